package io.jinlin.kiosk.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.Pictures;
import io.jinlin.kiosk.reader.QrReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Reads the QR code in pictures: one line each, the file, a tab and the text, which is empty where
 * no code was found. In the text a backslash, tab, line feed and carriage return are written {@code
 * \\ \t \n \r}, so that a line stays a line. Exit code 0 when every picture was read, 1 when one
 * was not, 2 when a named file is not there.
 */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Read the QR codes in picture files (PNG, JPEG, GIF, BMP).",
    footer = "Exit code: 0 all read, 1 some without a code, 2 wrong use.")
public final class ReadCommand implements Callable<Integer> {
  private static final int MAX_FILE_BYTES = 100_000_000;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Folders are walked.")
  private List<Path> paths = List.of();

  @Option(names = "--json", description = "One JSON object a line: file, text (null: no code).")
  private boolean json;

  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    boolean all = true;
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new ParameterException(spec.commandLine(), "There is no file or folder " + path);
      }
      for (Path file : pictures(path)) {
        Optional<String> text = read(file);
        out.println(
            json ? jsonLine(file, text) : file + "\t" + text.map(this::onOneLine).orElse(""));
        all &= text.isPresent();
      }
    }
    out.flush();
    return all ? 0 : 1;
  }

  /** A file that was named is read whatever its name; in folders, only what is called a picture. */
  private static List<Path> pictures(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).filter(ReadCommand::isPicture).sorted().toList();
    }
  }

  private static boolean isPicture(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Stream.of(".png", ".jpg", ".jpeg", ".gif", ".bmp").anyMatch(name::endsWith);
  }

  private static Optional<String> read(Path file) throws IOException {
    if (Files.size(file) > MAX_FILE_BYTES) {
      return Optional.empty();
    }
    Optional<Frame> frame = Pictures.grey(Files.readAllBytes(file));
    return frame.flatMap(QrReader::readStill).map(FoundCode::text);
  }

  private String jsonLine(Path file, Optional<String> text) throws IOException {
    Map<String, Object> line = new TreeMap<>();
    line.put("file", file.toString());
    line.put("text", text.orElse(null));
    return mapper.writeValueAsString(line);
  }

  private String onOneLine(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
