package io.jinlin.e2e.bench;

import io.jinlin.e2e.process.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sample community in a folder of its own, and its parts as processes, started by {@code
 * deploy/jinlin} with the options that ship.
 */
final class Site {
  static final String ID = "jinlin";
  static final Duration START = Duration.ofSeconds(120);

  /** In the lunch of the sample, which is from 11 to 13. */
  private static final int LUNCH_HOUR = 11;

  private static final Pattern HUB_READY =
      Pattern.compile("hub ready: staff (\\S+) board \\S+ devices \\S+:(\\d+)");

  private final Path launcher;
  private final Path root;
  private final String zone;

  /**
   * A site that is not filled yet.
   *
   * @param launcher the script that starts a part
   * @param root an empty folder
   */
  Site(Path launcher, Path root) {
    this.launcher = launcher;
    this.root = root;
    this.zone = lunchZone(LocalTime.now(ZoneOffset.UTC).getHour());
  }

  /** A zone in which it is lunch time now. POSIX names have the sign the other way round. */
  private static String lunchZone(int hourUtc) {
    int ahead = LUNCH_HOUR - hourUtc;
    return ahead >= 0 ? "Etc/GMT-" + ahead : "Etc/GMT+" + -ahead;
  }

  /** A hub that runs. */
  record Hub(ChildProcess process, String staff, int port) {}

  /** Makes the sample community. */
  void fill() {
    try (ChildProcess sample =
        start("sample", "hub", "sample", "--data", hub().toString(), "--zone", zone)) {
      if (!sample.awaitEnd(START) || sample.exitCode() != 0) {
        throw new IllegalStateException("hub sample failed; see " + log("sample"));
      }
    }
  }

  /** Starts the hub and waits until it is ready. */
  Hub startHub() {
    ChildProcess process =
        start(
            "hub",
            "hub",
            "serve",
            "--data",
            hub().toString(),
            "--set",
            "zone=" + zone,
            "--set",
            "clock.trust=always",
            "--set",
            "http.port=0",
            "--set",
            "mqtt.port=0");
    String line = process.awaitLine(0, said -> said.startsWith("hub ready"), START);
    Matcher ready = HUB_READY.matcher(line);
    if (!ready.find()) {
      throw new IllegalStateException("not understood: " + line);
    }
    return new Hub(process, ready.group(1), Integer.parseInt(ready.group(2)));
  }

  /** Starts a part of an edge with the enrolment of a device; its output is in a log of its own. */
  ChildProcess startEdge(String log, String part, String device, int port, List<String> more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                part,
                "run",
                "--config",
                hub().resolve("devices").resolve(device + ".properties").toString(),
                "--set",
                "data=" + root.resolve(part + "-" + device),
                "--set",
                "hub.port=" + port,
                "--set",
                "clock.trust=always"));
    words.addAll(more);
    return start(log, words.toArray(String[]::new));
  }

  private ChildProcess start(String log, String... words) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    try {
      Files.deleteIfExists(log(log));
    } catch (IOException locked) {
      throw new IllegalStateException(locked);
    }
    return ChildProcess.start(command, root, log(log));
  }

  /** What a part said. */
  Path log(String name) {
    return root.resolve(name + ".log");
  }

  Path root() {
    return root;
  }

  /** The hub's data folder. */
  Path hub() {
    return root.resolve("hub");
  }

  /** The replica of an edge that {@link #startEdge} started. */
  Path replica(String part, String device) {
    return root.resolve(part + "-" + device).resolve("replica.db");
  }

  String password(String device) throws IOException {
    Properties enrolment = new Properties();
    Path file = hub().resolve("devices").resolve(device + ".properties");
    enrolment.load(Files.newBufferedReader(file, StandardCharsets.UTF_8));
    return enrolment.getProperty("hub.password");
  }

  /** Name and password of somebody of the staff. */
  String[] account() throws IOException {
    return Files.readString(hub().resolve("sample-accounts.tsv")).strip().split("\t");
  }

  /** The texts of the cards of residents who may eat in the canteen. */
  List<String> cards() throws IOException {
    return Files.readAllLines(hub().resolve("sample-cards.tsv")).stream()
        .filter(line -> line.contains("\tadult\t") || line.contains("\telder\t"))
        .map(line -> line.substring(0, line.indexOf('\t')))
        .toList();
  }
}
