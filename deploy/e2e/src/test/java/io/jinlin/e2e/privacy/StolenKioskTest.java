package io.jinlin.e2e.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.card.Seal;
import io.jinlin.e2e.privacy.Secrets.Sealed;
import io.jinlin.e2e.simulation.Week;
import io.jinlin.hub.sample.SampleCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * A thief has the disk of a kiosk that the sample community used for three days: replica, outbox,
 * enrolment, log. What is looked for is all that the hub knows of its 14,000 residents.
 */
@Tag("slow")
class StolenKioskTest {
  private static final long SEED = 42;

  /** The third is one on which the canteen's kiosks have no network. */
  private static final int DAYS = 3;

  private static final int SECRET = CardCode.SECRET_BYTES;

  /** Longest value of which every part is tried as a card's secret, in bytes. */
  private static final int LONGEST_TRIED = 200;

  @TempDir private static Path folder;
  private static Path disk = Path.of("");
  private static Secrets secrets = new Secrets(Path.of(""));
  private static Map<CardRef, Sealed> rows = Map.of();

  @BeforeAll
  static void use() throws Exception {
    Path hub = folder.resolve("hub");
    Instant begins = Instant.ofEpochMilli(Week.beginsAtMillis());
    int code =
        new CommandLine(new SampleCommand(InstantSource.fixed(begins)))
            .setOut(new PrintWriter(new StringWriter()))
            .execute("--data", hub.toString());
    assertThat(code).isZero();
    Path kiosks = Files.createDirectory(folder.resolve("kiosks"));
    disk = kiosks.resolve("kiosk-canteen-1");
    Path log = folder.resolve("kiosk.log");
    FileAppender<ILoggingEvent> appender = logTo(log);
    Week.Result week = Week.run(SEED, DAYS, hub, kiosks);
    appender.stop();
    assertThat(week.faults()).isEmpty();
    Files.move(log, disk.resolve("kiosk.log"));
    Files.copy(
        hub.resolve("devices/kiosk-canteen-1.properties"),
        disk.resolve("kiosk.properties"),
        StandardCopyOption.REPLACE_EXISTING);
    secrets = new Secrets(hub);
    rows = roster(disk.resolve("replica.db"));
  }

  private static FileAppender<ILoggingEvent> logTo(Path file) {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(root.getLoggerContext());
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern("%d %-5level [%thread] %logger %msg%n%ex");
    encoder.start();
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setContext(root.getLoggerContext());
    appender.setName("stolen");
    appender.setEncoder(encoder);
    appender.setFile(file.toString());
    appender.start();
    root.addAppender(appender);
    return appender;
  }

  @AfterAll
  static void silent() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender("stolen");
  }

  private static Map<CardRef, Sealed> roster(Path replica) throws SQLException {
    Map<CardRef, Sealed> rows = new HashMap<>();
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + replica);
        Statement statement = db.createStatement();
        ResultSet row = statement.executeQuery("SELECT ref, version, sealed FROM roster")) {
      while (row.next()) {
        rows.put(CardRef.of(row.getBytes(1)), new Sealed(row.getLong(2), row.getBytes(3)));
      }
    }
    return rows;
  }

  /** Every file, what is sealed in it blanked: whether that opens is tried in another way. */
  private static Map<Path, byte[]> files(Path folder) throws IOException {
    Map<Long, byte[]> sealed = new HashMap<>();
    rows.values().forEach(one -> sealed.put(ByteBuffer.wrap(one.bytes()).getLong(), one.bytes()));
    Map<Path, byte[]> files = new HashMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(path);
        ByteBuffer view = ByteBuffer.wrap(bytes);
        for (int at = 0; at + Seal.SEALED_BYTES <= bytes.length; at++) {
          byte[] one = sealed.get(view.getLong(at));
          if (one != null && Arrays.equals(bytes, at, at + one.length, one, 0, one.length)) {
            Arrays.fill(bytes, at, at + one.length, (byte) 0);
          }
        }
        files.put(folder.relativize(path), bytes);
      }
    }
    return files;
  }

  private static Set<String> found(Needles needles, Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Map.Entry<Path, byte[]> file : files(folder).entrySet()) {
      needles.in(file.getValue()).forEach(what -> found.add(file.getKey() + ": " + what));
    }
    return found;
  }

  @Test
  void nothingOfAnyResidentStandsInAnyOfItsFiles() throws Exception {
    assertThat(files(disk).keySet().stream().map(Path::toString))
        .contains("replica.db", "outbox.db", "kiosk.properties", "kiosk.log");
    assertThat(Files.size(disk.resolve("outbox.db"))).isGreaterThan(100_000);
    assertThat(Files.size(disk.resolve("kiosk.log"))).isPositive();
    assertThat(rows).hasSizeGreaterThan(13_000);
    assertThat(found(secrets.ofKiosks(), disk)).isEmpty();
    assertThat(found(secrets.ofEntries(rows), disk)).isEmpty();
  }

  @Test
  void theLogOfHubAndKiosksNamesNobodyAndNoCard() throws Exception {
    byte[] log = Files.readAllBytes(disk.resolve("kiosk.log"));
    assertThat(secrets.ofLogs().in(log)).isEmpty();
    byte[] planted = ("looked up " + secrets.aName()).getBytes(StandardCharsets.UTF_8);
    assertThat(secrets.ofLogs().in(planted)).isNotEmpty();
  }

  @Test
  void whatIsPlantedIsFoundInEveryForm() throws Exception {
    String name = secrets.aName();
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    List<byte[]> plants =
        List.of(
            ("looked up " + name).getBytes(StandardCharsets.UTF_8),
            name.getBytes(StandardCharsets.UTF_16LE),
            name.getBytes(StandardCharsets.UTF_16BE),
            name.getBytes("GBK"),
            ("{\"body\":\""
                    + Base64.getEncoder().encodeToString(("x" + name + "y").getBytes("UTF-8"))
                    + "\"}")
                .getBytes(StandardCharsets.US_ASCII),
            HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII),
            secrets.aPhone().getBytes(StandardCharsets.US_ASCII),
            "extreme-hardship".getBytes(StandardCharsets.US_ASCII));
    Needles needles = secrets.ofKiosks();
    for (int i = 0; i < plants.size(); i++) {
      Path copy = Files.createDirectory(folder.resolve("planted-" + i));
      Path log = Files.copy(disk.resolve("kiosk.log"), copy.resolve("kiosk.log"));
      assertThat(found(needles, copy)).isEmpty();
      Files.write(log, plants.get(i), StandardOpenOption.APPEND);
      assertThat(found(needles, copy)).as("plant " + i).isNotEmpty();
    }
  }

  @Test
  void noRowOpensWithAnythingThatIsOnTheDisk() throws Exception {
    Set<CardRef> opened = opened(disk);
    assertThat(opened).isEmpty();
    assertThat(rows.values()).allMatch(one -> one.bytes().length == Seal.SEALED_BYTES);
    assertThat(rows.values().stream().map(one -> ByteBuffer.wrap(one.bytes(), 0, 12)).distinct())
        .as("no nonce twice")
        .hasSize(rows.size());
  }

  @Test
  void aSecretThatIsLeftOnTheDiskIsFoundAndOpensItsRow() throws Exception {
    CardCode card = inRoster();
    Path copy = Files.createDirectory(folder.resolve("left"));
    Files.copy(disk.resolve("replica.db"), copy.resolve("replica.db"));
    Files.writeString(copy.resolve("kiosk.log"), "scanned " + card.text() + "\n");
    assertThat(opened(copy)).containsExactly(card.keys(Secrets.SITE).ref());
    assertThat(found(secrets.ofKiosks(), copy)).isNotEmpty();
  }

  @Test
  void aCardInTheHandOpensItsOwnRowAndNoOther() throws Exception {
    CardKeys keys = inRoster().keys(Secrets.SITE);
    List<CardRef> opened = new ArrayList<>();
    for (Map.Entry<CardRef, Sealed> row : rows.entrySet()) {
      Sealed sealed = row.getValue();
      CardKeys forged = CardKeys.of(row.getKey(), keys.key());
      if (Seal.open(keys, sealed.version(), sealed.bytes()).isPresent()
          || Seal.open(forged, sealed.version(), sealed.bytes()).isPresent()) {
        opened.add(row.getKey());
      }
    }
    assertThat(opened).containsExactly(keys.ref());
    assertThat(rows.get(keys.ref()).open(keys).name()).matches(".{1,2}\\*");
  }

  private static CardCode inRoster() throws IOException {
    return secrets.codes().values().stream()
        .filter(code -> rows.containsKey(code.keys(Secrets.SITE).ref()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Cards that open when every run of 14 bytes of every value, every text that reads as a card, and
   * every value whole, is taken for a secret.
   */
  private static Set<CardRef> opened(Path folder) throws Exception {
    Set<CardRef> opened = new TreeSet<>((a, b) -> a.text().compareTo(b.text()));
    for (byte[] value : values(folder)) {
      for (int at = 0; at + SECRET <= value.length && value.length <= LONGEST_TRIED; at++) {
        tryIt(CardCode.ofSecret(Arrays.copyOfRange(value, at, at + SECRET)), opened);
      }
      String text = new String(value, StandardCharsets.UTF_8);
      for (String word : text.split("[^0-9A-Za-z]+")) {
        if (CardCode.read(word) instanceof CardReading.Card card) {
          tryIt(card.code(), opened);
        }
      }
    }
    return opened;
  }

  private static void tryIt(CardCode code, Set<CardRef> opened) {
    CardKeys keys = code.keys(Secrets.SITE);
    Sealed row = rows.get(keys.ref());
    if (row != null && Seal.open(keys, row.version(), row.bytes()).isPresent()) {
      opened.add(keys.ref());
    }
  }

  /** Every value of every table that is not sealed, and every line of every other file. */
  private static List<byte[]> values(Path folder) throws Exception {
    List<byte[]> values = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        if (path.toString().endsWith(".db")) {
          values.addAll(cells(path));
        } else if (!path.toString().matches(".*-(wal|shm)|.*lock")) {
          for (String line : Files.readAllLines(path)) {
            values.add(line.getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    }
    return values;
  }

  private static List<byte[]> cells(Path file) throws SQLException {
    List<byte[]> cells = new ArrayList<>();
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement tables = db.createStatement();
        Statement statement = db.createStatement()) {
      ResultSet names =
          tables.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
      while (names.next()) {
        ResultSet rows = statement.executeQuery("SELECT * FROM \"" + names.getString(1) + "\"");
        while (rows.next()) {
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            byte[] value = rows.getBytes(i);
            if (value != null && value.length != Seal.SEALED_BYTES) {
              cells.add(value);
            }
          }
        }
      }
    }
    return cells;
  }
}
