package io.jinlin.e2e.bench.reader;

import io.jinlin.kiosk.reader.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A reader that is a program: it gets each frame as a file. */
final class CommandEngine implements Engine {
  private static final Pattern ZXING_TEXT =
      Pattern.compile("^Text: +\"(.*?)\"\\nBytes:", Pattern.DOTALL | Pattern.MULTILINE);

  private final Program program;
  private final Path file;

  /** The programs known, from Debian's packages. */
  enum Program {
    ZBAR(
        "zbar", "zbar-tools", "zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable"),
    ZXING_CPP("zxing-cpp", "zxing-cpp-tools", "ZXingReader", "-format", "QRCode");

    private final String title;
    private final String debian;
    private final List<String> command;

    Program(String title, String debian, String... command) {
      this.title = title;
      this.debian = debian;
      this.command = List.of(command);
    }

    String title() {
      return title;
    }

    /** The package it is in. */
    String debian() {
      return debian;
    }
  }

  private CommandEngine(Program program, Path file) {
    this.program = program;
    this.file = file;
  }

  /** The program if it is on the path. */
  static Optional<CommandEngine> find(Program program, Path scratch) {
    String path = System.getenv().getOrDefault("PATH", "");
    boolean there =
        Stream.of(path.split(":"))
            .filter(folder -> !folder.isEmpty())
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program.command.get(0))));
    return there
        ? Optional.of(new CommandEngine(program, scratch.resolve(program.title + ".pgm")))
        : Optional.empty();
  }

  @Override
  public String name() {
    return program.title;
  }

  @Override
  public Optional<String> read(Frame frame) {
    try {
      write(frame);
      List<String> command = new ArrayList<>(program.command);
      command.add(file.toString());
      Process process =
          new ProcessBuilder(command)
              .redirectError(Redirect.DISCARD)
              .redirectInput(Redirect.from(new java.io.File("/dev/null")))
              .start();
      String output;
      try (InputStream stream = process.getInputStream()) {
        output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      }
      return program == Program.ZBAR ? raw(output) : text(output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Optional<String> raw(String output) {
    return output.isEmpty() ? Optional.empty() : Optional.of(output.replaceFirst("\\n$", ""));
  }

  private static Optional<String> text(String output) {
    Matcher matcher = ZXING_TEXT.matcher(output);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private void write(Frame frame) throws IOException {
    ByteArrayOutputStream pgm = new ByteArrayOutputStream(frame.luma().length + 32);
    String header = "P5\n" + frame.width() + " " + frame.height() + "\n255\n";
    pgm.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    pgm.writeBytes(frame.luma());
    Files.write(file, pgm.toByteArray());
  }
}
