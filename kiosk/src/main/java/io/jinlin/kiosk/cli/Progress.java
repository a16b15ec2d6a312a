package io.jinlin.kiosk.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How far a long job is, on the error stream of a terminal; elsewhere nothing. */
final class Progress {
  private static final int WIDTH = 60;

  private final Optional<PrintStream> terminal;
  private final int total;
  private int done;

  Progress(Optional<PrintStream> terminal, int total) {
    this.terminal = terminal;
    this.total = total;
  }

  /** For a job of so many pieces; a single one needs no progress. */
  static Progress onTerminal(int total) {
    return new Progress(
        total > 1 && isTerminal() ? Optional.of(System.err) : Optional.empty(), total);
  }

  private static boolean isTerminal() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/2"))
          .toString()
          .matches("/dev/(pts|tty).*");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return false;
    }
  }

  /** Another piece is done. */
  void done(String name) {
    done++;
    String shown = name.length() > WIDTH ? "…" + name.substring(name.length() - WIDTH) : name;
    terminal.ifPresent(stream -> stream.printf("\r\033[K%d/%d %s", done, total, shown));
  }

  /** Takes the line away. */
  void end() {
    terminal.ifPresent(stream -> stream.print("\r\033[K"));
  }
}
