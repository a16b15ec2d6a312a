package io.jinlin.e2e.torture;

import io.jinlin.e2e.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** The folders of one run: the hub's data with the sample community, logs, a folder per kiosk. */
final class Grounds {
  static final Duration START = Duration.ofSeconds(120);
  static final String SITE = "jinlin";

  private static final String HUB_MAIN = "io.jinlin.hub.cli.Main";
  private static final List<String> HUB_FLAGS =
      List.of("-Xms48m", "-Xmx384m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Path root;

  Grounds(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  Path hubData() {
    return root.resolve("hub");
  }

  Path log(String name) {
    return root.resolve(name + ".log");
  }

  /** Starts a command of the hub. */
  ChildProcess hub(String log, List<String> arguments) {
    return ChildProcess.java(HUB_FLAGS, HUB_MAIN, arguments, root, log(log));
  }

  /** Runs a command of the hub to its end. */
  void hubCommand(String log, List<String> arguments) {
    try (ChildProcess command = hub(log, arguments)) {
      if (!command.awaitEnd(START) || command.exitCode() != 0) {
        throw new IllegalStateException("hub " + arguments + " failed; see " + log(log));
      }
    }
  }

  /** Fills the hub's folder. */
  void sample() {
    hubCommand("sample", List.of("sample", "--data", hubData().toString(), "--site", SITE));
  }

  /** The enrolment file of a device. */
  Path enrolment(String device) {
    return hubData().resolve("devices").resolve(device + ".properties");
  }

  /** What the broker's password script made for the hub. */
  Path brokerSettings() {
    return hubData().resolve("broker.properties");
  }

  /** The texts of all sample cards. */
  List<String> cards() {
    try {
      return Files.readAllLines(hubData().resolve("sample-cards.tsv")).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf('\t')))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Copies a database of a program that does not run, with its log. */
  static void copyDatabase(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      for (String part : List.of("", "-wal", "-shm")) {
        Path target = to.resolveSibling(to.getFileName() + part);
        Path source = from.resolveSibling(from.getFileName() + part);
        Files.deleteIfExists(target);
        if (Files.exists(source) && !part.equals("-shm")) {
          Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
