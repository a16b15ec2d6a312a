package io.jinlin.e2e.torture;

import io.jinlin.e2e.process.ChildProcess;
import io.jinlin.e2e.proxy.FaultProxy;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real edge agent that reads cards from a FIFO and prints each answer after its commit. It is
 * killed and started, and its outbox replaced by an earlier copy; each life has an output of its
 * own, of which only whole lines count.
 */
final class TorturedKiosk implements AutoCloseable {
  private static final String OUTBOX = "outbox.db";
  private static final String MAIN = "io.jinlin.edge.cli.Main";
  private static final List<String> FLAGS =
      List.of("-Xms16m", "-Xmx64m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  private static final Pattern ANSWER = Pattern.compile("\\{\"event\":\"([^\"]+)\",.*}");
  private static final Duration SHORT = Duration.ofSeconds(20);

  private final Grounds grounds;
  private final String device;
  private final FaultProxy proxy;
  private final Path fifo;
  private final Feeder feeder;
  private final Map<Path, Long> read = new HashMap<>();
  private final List<String> answered = new ArrayList<>();
  private @Nullable ChildProcess process;
  private int life;

  TorturedKiosk(Grounds grounds, String device, FaultProxy proxy, Feeder.Cards cards) {
    this.grounds = grounds;
    this.device = device;
    this.proxy = proxy;
    this.fifo = grounds.root().resolve(device + ".fifo");
    try (ChildProcess make =
        ChildProcess.start(
            List.of("mkfifo", fifo.toString()), grounds.root(), grounds.log("mkfifo"))) {
      make.awaitEnd(SHORT);
    }
    feeder = new Feeder(device, fifo, cards);
  }

  String device() {
    return device;
  }

  FaultProxy proxy() {
    return proxy;
  }

  Feeder feeder() {
    return feeder;
  }

  /** Starts it without waiting. */
  void start() {
    life++;
    process =
        ChildProcess.java(
            FLAGS,
            MAIN,
            List.of(
                "run",
                "--config",
                grounds.enrolment(device).toString(),
                "--set",
                "data=" + folder(),
                "--set",
                "hub.port=" + proxy.port(),
                "--lines",
                fifo.toString()),
            grounds.root(),
            output(life));
  }

  /** Waits until cards are read. */
  void awaitReady() {
    ChildProcess running = process;
    if (running != null) {
      running.awaitLine(0, line -> line.startsWith("{\"ready\""), Grounds.START);
    }
  }

  /** Where it keeps its files. */
  Path folder() {
    return grounds.root().resolve(device);
  }

  private Path output(int ofLife) {
    return grounds.log(device + "-" + ofLife);
  }

  /** SIGKILL. */
  void kill() {
    ChildProcess running = process;
    if (running != null) {
      running.kill();
      process = null;
    }
  }

  /** Copies the outbox; the kiosk must not run. */
  void copyAside() {
    Grounds.copyDatabase(folder().resolve(OUTBOX), aside());
  }

  /** Puts the copy in its place; the kiosk must not run. */
  void putBack() {
    Grounds.copyDatabase(aside(), folder().resolve(OUTBOX));
  }

  /** Overwrites the header of the outbox, so that no row is harmed; the kiosk must not run. */
  void damage() {
    Path outbox = folder().resolve(OUTBOX);
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + outbox);
        Statement statement = db.createStatement()) {
      // Everything in the file, nothing in its log, which holds a good header too.
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException failed) {
      throw new IllegalStateException("cannot fold the log of " + outbox, failed);
    }
    try (RandomAccessFile file = new RandomAccessFile(outbox.toFile(), "rw")) {
      file.write("this is no database any more".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Outboxes that the kiosk has set aside. */
  List<Path> setAside() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(file -> file.getFileName().toString().matches("outbox\\.db\\.damaged-\\d+"))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Runs the command that brings back what was set aside; the kiosk must not run. */
  void salvage() {
    for (Path damaged : setAside()) {
      List<String> arguments =
          List.of("salvage", damaged.toString(), "--into", folder().resolve(OUTBOX).toString());
      Path log = grounds.log(device + "-salvage");
      try (ChildProcess command = ChildProcess.java(FLAGS, MAIN, arguments, grounds.root(), log)) {
        if (!command.awaitEnd(SHORT) || command.exitCode() != 0) {
          throw new IllegalStateException("salvage failed; see " + log);
        }
      }
    }
  }

  boolean hasCopy() {
    return Files.exists(aside());
  }

  private Path aside() {
    return grounds.root().resolve("aside").resolve(device).resolve(OUTBOX);
  }

  /** Names of the events of all answers so far; one event can have several answers. */
  synchronized List<String> answered() {
    for (int i = 1; i <= life; i++) {
      Path output = output(i);
      if (Files.exists(output)) {
        read.put(output, readFrom(output, read.getOrDefault(output, 0L)));
      }
    }
    return List.copyOf(answered);
  }

  private long readFrom(Path output, long from) {
    byte[] all;
    try {
      all = Files.readAllBytes(output);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    int start = (int) from;
    for (int i = start; i < all.length; i++) {
      if (all[i] == '\n') {
        Matcher answer =
            ANSWER.matcher(new String(all, start, i - start, StandardCharsets.UTF_8).strip());
        if (answer.matches()) {
          answered.add(answer.group(1));
        }
        start = i + 1;
      }
    }
    return start;
  }

  long peakResidentKilobytes() {
    ChildProcess running = process;
    return running == null ? 0 : running.peakResidentKilobytes();
  }

  /** SIGTERM, and no more cards. */
  @Override
  public void close() {
    feeder.close();
    ChildProcess running = process;
    if (running != null) {
      running.close();
      process = null;
    }
    proxy.close();
  }
}
