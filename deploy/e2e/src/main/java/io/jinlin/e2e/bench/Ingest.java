package io.jinlin.e2e.bench;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.wire.Limits;
import io.jinlin.e2e.mqtt.LoadClient;
import io.jinlin.e2e.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * What the hub takes: decoded, recognised, counted, committed and acknowledged. Hub and baseline
 * take turns with the same messages, so that what else the machine does hits both; their medians
 * are compared.
 */
final class Ingest {
  private static final List<String> DEVICES =
      List.of("kiosk-clinic", "kiosk-school", "kiosk-activity", "kiosk-hall");

  /** Options of {@code deploy/jinlin hub}. */
  private static final List<String> BARE_FLAGS =
      List.of("-Xms48m", "-Xmx384m", "-Xss512k", "-XX:+UseSerialGC");

  private static final int SINGLES = 10_000;

  /** Rounds that only warm up: both are JVMs, and the hub has more to compile. */
  private static final int WARM_UP = 2;

  private static final int BATCHES = 400;
  private static final int BATCH_EVENTS = 100;

  /** As many as a device sends before it waits for an answer. */
  private static final int WINDOW = Limits.MAX_BATCHES_UNACKNOWLEDGED;

  /** Far more than devices do, so that the disk is not what is waited for. */
  private static final int DEEP_WINDOW = 500;

  private static final double SINGLES_TARGET = 0.8;
  private static final double BATCHES_TARGET = 0.35;
  private static final double RESIDENT_TARGET_MB = 300;

  private final Site site;
  private final Site.Hub hub;
  private final int rounds;
  private final Table table;
  private final Scans scans;
  private final Stopwatch stopwatch = new Stopwatch();

  Ingest(Site site, Site.Hub hub, int rounds, Table table) throws IOException {
    this.site = site;
    this.hub = hub;
    this.rounds = rounds;
    this.table = table;
    List<CardRef> cards = site.cards().stream().map(Ingest::ref).toList();
    this.scans = new Scans(cards, LocalDate.now(ZoneOffset.UTC));
  }

  private static CardRef ref(String text) {
    if (CardCode.read(text) instanceof CardReading.Card card) {
      return card.code().keys(Site.ID).ref();
    }
    throw new IllegalStateException("the sample has a card that is none");
  }

  void measure() throws IOException, InterruptedException, SQLException {
    singles("bench-singles", WINDOW);
    singles("bench-deep", DEEP_WINDOW);
    batches();
    double peak = hub.process().peakResidentKilobytes() / 1_024.0;
    table.judged(
        "hub, most resident memory under this load",
        Table.whole(peak) + " MB",
        "",
        "≤ 300 MB",
        peak <= RESIDENT_TARGET_MB);
    verify();
    stopwatch.close();
  }

  private List<LoadDevice> devices(String epoch, int window) throws IOException {
    List<LoadDevice> devices = new ArrayList<>();
    for (String device : DEVICES) {
      devices.add(LoadDevice.connect(hub.port(), device, site.password(device), epoch, window));
    }
    return devices;
  }

  private void singles(String epoch, int window) throws IOException, InterruptedException {
    Path database = site.root().resolve(epoch + ".db");
    List<LoadDevice> devices = devices(epoch, window);
    try (ChildProcess bare =
        ChildProcess.java(
            BARE_FLAGS,
            BareHub.class.getName(),
            List.of(database.toString()),
            site.root(),
            site.log(epoch))) {
      String ready = bare.awaitLine(0, line -> line.startsWith("port "), Site.START);
      List<LoadClient> clients = new ArrayList<>();
      for (String device : DEVICES) {
        clients.add(
            LoadClient.connect(
                Integer.parseInt(ready.substring("port ".length())),
                device,
                "none",
                "bench/#",
                window,
                (topic, payload) -> {}));
      }
      turns(devices, clients, bare, window);
      clients.forEach(LoadClient::close);
    }
    devices.forEach(LoadDevice::close);
  }

  private void turns(
      List<LoadDevice> devices, List<LoadClient> clients, ChildProcess bare, int window)
      throws IOException, InterruptedException {
    DoubleStream.Builder ours = DoubleStream.builder();
    DoubleStream.Builder theirs = DoubleStream.builder();
    Meter ourBytes = new Meter(hub.process());
    Meter theirBytes = new Meter(bare);
    int events = SINGLES * DEVICES.size();
    for (int round = -WARM_UP; round < rounds; round++) {
      List<Stopwatch.Share> toHub = shares(devices, SINGLES, scans::now, 1);
      List<Stopwatch.Share> toBare = new ArrayList<>();
      for (int i = 0; i < devices.size(); i++) {
        Stopwatch.Share share = toHub.get(i);
        toBare.add(new Stopwatch.Share(clients.get(i), share.topic(), share.messages()));
      }
      double bareRate = events / theirBytes.around(() -> stopwatch.seconds(toBare));
      double hubRate = events / ourBytes.around(() -> stopwatch.seconds(toHub));
      if (round >= 0) {
        theirs.add(bareRate);
        ours.add(hubRate);
      }
      Progress.say(
          "singles, %d on the way: hub %,.0f/s, bare endpoint %,.0f/s", window, hubRate, bareRate);
    }
    Sample hubRates = new Sample(ours.build().toArray());
    Sample bareRates = new Sample(theirs.build().toArray());
    double ratio = hubRates.median() / bareRates.median();
    table.judged(
        "hub takes single events, "
            + DEVICES.size()
            + " devices with "
            + window
            + " on the way each",
        rate(hubRates) + ", " + Table.decimal(ratio, 2) + " ×",
        "bare vertx-mqtt with the same group commit: " + rate(bareRates),
        "≥ 0.8 ×",
        ratio >= SINGLES_TARGET);
    double all = (rounds + WARM_UP + 0.0) * events;
    table.told(
        "written to disk for a single event, " + window + " on the way each",
        Table.whole(ourBytes.bytes() / all) + " bytes",
        "bare: " + Table.whole(theirBytes.bytes() / all) + " bytes");
  }

  private void batches() throws IOException, InterruptedException, SQLException {
    List<LoadDevice> devices = devices("bench-batches", WINDOW);
    DoubleStream.Builder ours = DoubleStream.builder();
    DoubleStream.Builder theirs = DoubleStream.builder();
    Meter bytes = new Meter(hub.process());
    int events = BATCHES * BATCH_EVENTS * DEVICES.size();
    for (int round = -WARM_UP; round < rounds; round++) {
      List<Stopwatch.Share> shares = shares(devices, BATCHES, scans::kept, BATCH_EVENTS);
      double hubRate = events / bytes.around(() -> stopwatch.seconds(shares));
      Path scratch = site.root().resolve("raw.db");
      double raw = RawSqlite.rowsPerSecond(database(), scratch, "ledger", events);
      for (String part : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(scratch.resolveSibling(scratch.getFileName() + part));
      }
      if (round >= 0) {
        ours.add(hubRate);
        theirs.add(raw);
      }
      Progress.say("batches: hub %,.0f/s, raw SQLite %,.0f/s", hubRate, raw);
    }
    devices.forEach(LoadDevice::close);
    Sample hubRates = new Sample(ours.build().toArray());
    Sample rawRates = new Sample(theirs.build().toArray());
    double ratio = hubRates.median() / rawRates.median();
    table.judged(
        "hub takes events in batches of 100",
        rate(hubRates) + ", " + Table.decimal(ratio, 2) + " ×",
        "SQLite alone, the same rows: " + rate(rawRates),
        "≥ 0.35 ×",
        ratio >= BATCHES_TARGET);
    table.told(
        "written to disk for an event of a batch",
        Table.whole(bytes.bytes() / ((rounds + WARM_UP + 0.0) * events)) + " bytes",
        "");
  }

  /** The next events go to the devices in turn, as people come to all doors at the same time. */
  private static List<Stopwatch.Share> shares(
      List<LoadDevice> devices, int messages, Supplier<byte[]> source, int events) {
    List<Stopwatch.Share> shares = new ArrayList<>();
    for (LoadDevice device : devices) {
      shares.add(new Stopwatch.Share(device.client(), device.topic(), new ArrayList<>()));
    }
    for (int i = 0; i < messages; i++) {
      for (int j = 0; j < devices.size(); j++) {
        shares.get(j).messages().add(devices.get(j).message(source, events));
      }
    }
    return shares;
  }

  private static String rate(Sample rates) {
    return Table.whole(rates.median())
        + "/s ("
        + Table.whole(rates.least())
        + "–"
        + Table.whole(rates.most())
        + ")";
  }

  private Path database() {
    return site.hub().resolve("hub.db");
  }

  /** A figure for events that were not kept would be none. */
  private void verify() throws SQLException {
    String sql =
        "SELECT (SELECT count(*) FROM ledger l JOIN source s ON s.id = l.id >> 40"
            + " WHERE s.epoch LIKE 'bench-%'),"
            + " (SELECT count(*) FROM counted), (SELECT sum(count) FROM tally)";
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + database());
        ResultSet row = db.createStatement().executeQuery(sql)) {
      long stored = row.getLong(1);
      if (stored != scans.count() || row.getLong(2) < stored || row.getLong(3) < stored) {
        throw new IllegalStateException(
            scans.count()
                + " events were acknowledged, "
                + stored
                + " are in the ledger, "
                + row.getLong(2)
                + " count, the figures say "
                + row.getLong(3));
      }
    }
  }
}
