package io.jinlin.kiosk.cli;

import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.Pictures;
import io.jinlin.kiosk.reader.QrReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Reads the QR code in pictures: one line each, the file, a tab and the text, which is empty where
 * no code was found. A file in a folder is named as it is below that folder. In the text a
 * backslash, tab, line feed and carriage return are written {@code \\ \t \n \r}, so that a line
 * stays a line.
 */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the QR codes in picture files (PNG, JPEG, GIF, BMP): a line each, file TAB text.",
      "Folders are walked, their files sorted and named as they are below the folder. The text is",
      "empty where there is no code; in it \\\\ \\t \\n \\r stand for backslash, tab and line ends.",
      "With --video, each presentation of a code in a film: seconds TAB text (needs ffmpeg)."
    },
    footer = "Exit code: 0 all read, 1 some without a code, 2 wrong use.")
public final class ReadCommand implements Callable<Integer> {
  private static final int MAX_FILE_BYTES = 300_000_000;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "What to read.")
  private List<Path> paths = List.of();

  @Option(
      names = "--json",
      description = {
        "One JSON object a line: file, text (null: no code), corners [[x,y],…] in pixels from the",
        "code's own upper left clockwise, strategy (what read it), ms (time it took)."
      })
  private boolean json;

  @Option(names = "--video", description = "The files are films.")
  private boolean video;

  @Override
  public Integer call() throws IOException {
    for (Path path : paths) {
      if (!Files.exists(path) || video && Files.isDirectory(path)) {
        String what = video ? "There is no film " : "There is no file or folder ";
        throw new ParameterException(spec.commandLine(), what + path);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    boolean all = video ? films(out) : pictures(out);
    out.flush();
    return all ? 0 : 1;
  }

  private boolean films(PrintWriter out) throws IOException {
    boolean all = true;
    for (Path path : paths) {
      all &= new VideoReading(path, json, out).run();
    }
    return all;
  }

  private boolean pictures(PrintWriter out) throws IOException {
    List<PictureFile> files = PictureFile.all(paths);
    if (files.isEmpty()) {
      spec.commandLine().getErr().println("There is no picture in " + paths);
    }
    Progress progress = Progress.onTerminal(files.size());
    boolean all = true;
    for (PictureFile file : files) {
      long before = System.nanoTime();
      Optional<FoundCode> found = read(file);
      double millis = (System.nanoTime() - before) / 1e6;
      out.println(
          json ? ReadLine.json(file.name(), found, millis) : ReadLine.plain(file.name(), found));
      all &= found.isPresent();
      progress.done(file.name());
    }
    progress.end();
    return all;
  }

  private Optional<FoundCode> read(PictureFile file) {
    Optional<Pictures.Opened> picture;
    try {
      if (Files.size(file.path()) > MAX_FILE_BYTES) {
        complain(file, "is larger than " + MAX_FILE_BYTES / 1_000_000 + " MB");
        return Optional.empty();
      }
      picture = Pictures.open(Files.readAllBytes(file.path()));
    } catch (IOException notReadable) {
      complain(file, "cannot be read: " + notReadable.getMessage());
      return Optional.empty();
    }
    if (picture.isEmpty()) {
      complain(file, "is no whole PNG, JPEG, GIF or BMP picture");
    }
    return picture.flatMap(
        opened -> QrReader.readStill(opened.frame()).map(code -> code.scaled(opened.step())));
  }

  private void complain(PictureFile file, String what) {
    spec.commandLine().getErr().println(file.path() + " " + what);
  }
}
