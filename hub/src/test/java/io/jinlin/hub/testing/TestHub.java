package io.jinlin.hub.testing;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.Batch;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.api.Api;
import io.jinlin.hub.cards.CardIndex;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.devices.Devices;
import io.jinlin.hub.devices.HeldProblems;
import io.jinlin.hub.devices.LostDevices;
import io.jinlin.hub.ledger.Delivery;
import io.jinlin.hub.ledger.Journal;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.ledger.LedgerWriter;
import io.jinlin.hub.ledger.Receipt;
import io.jinlin.hub.sample.SampleCommand;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.web.StaffSite;
import io.jinlin.hub.web.WebServer;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;

/** A hub with the sample community, without devices: what they would send goes in directly. */
public final class TestHub implements AutoCloseable {

  /** 2026-11-24 11:42 in Shanghai, a Tuesday. */
  public static final long NOON = 1_795_491_720_000L;

  private static final long WAIT_SECONDS = 30;

  private final AtomicLong now = new AtomicLong(NOON);
  private final Map<String, Long> seqs = new HashMap<>();
  private final Path folder;
  private final Database database;
  private final Journal journal;
  private final LedgerWriter writer;
  private final Ledger ledger;
  private final Devices devices;
  private final Vertx vertx = Vertx.vertx();
  private final StaffSite site;

  private TestHub(Path folder, Optional<HubConfig.Tls> tls) throws Exception {
    this.folder = folder;
    StringWriter said = new StringWriter();
    int code =
        new CommandLine(new SampleCommand(clock()))
            .setOut(new PrintWriter(said))
            .execute("--data", folder.toString());
    if (code != 0) {
      throw new IllegalStateException(said.toString());
    }
    this.database = Database.open(folder.resolve("hub.db"));
    this.journal = Journal.open(folder.resolve("journal.db"));
    CardIndex cards = database.read(CardIndex::load);
    this.ledger =
        Ledger.open(
            new Ledger.Parts(database, journal, cards, clock(), "start1", Runnable::run), Map.of());
    this.writer = LedgerWriter.start(ledger);
    this.devices = new Devices(clock());
    this.site =
        StaffSite.start(
            vertx,
            new WebServer.Settings("127.0.0.1", 0, new HubConfig.Pages(tls, Set.of("hub.example"))),
            new StaffSite.Parts(
                folder,
                "jinlin",
                ZoneId.of("Asia/Shanghai"),
                database,
                ledger,
                cards,
                devices,
                new LostDevices(new LostDevices.Parts(database, ledger, devices, clock())),
                HeldProblems.start(database, ledger, devices, clock()),
                clock()));
  }

  /** Starts one in an empty folder. */
  public static TestHub start(Path folder) throws Exception {
    return new TestHub(folder, Optional.empty());
  }

  /** Starts one whose pages speak TLS. */
  public static TestHub start(Path folder, HubConfig.Tls tls) throws Exception {
    return new TestHub(folder, Optional.of(tls));
  }

  /** The hub's clock. */
  public InstantSource clock() {
    return () -> Instant.ofEpochMilli(now.get());
  }

  /** Lets time pass. */
  public void pass(long millis) {
    now.addAndGet(millis);
  }

  public Devices devices() {
    return devices;
  }

  public Ledger ledger() {
    return ledger;
  }

  /** What the staff interface is made of, for a router of the test's own. */
  public Api.Parts apiParts() {
    return site.api();
  }

  public String firstPassword() {
    return site.firstPassword().orElseThrow();
  }

  public int port() {
    return site.port();
  }

  /** The password of the sample's staff account. */
  public String demoPassword() throws Exception {
    return Files.readString(folder.resolve("sample-accounts.tsv")).strip().split("\t")[1];
  }

  /** References of the sample's cards of a kind, in order. */
  public List<CardRef> cards(String kind) throws Exception {
    List<CardRef> refs = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("sample-cards.tsv"))) {
      String[] fields = line.split("\t");
      if (fields[1].equals(kind) && CardCode.read(fields[0]) instanceof CardReading.Card card) {
        refs.add(card.code().keys("jinlin").ref());
      }
    }
    return refs;
  }

  /** What a device recorded now; returns the event's name once it is committed. */
  public String sent(String device, Fact fact) throws Exception {
    return sent(device, fact, now.get());
  }

  /** What a device recorded at some time. */
  public String sent(String device, Fact fact, long atMillis) throws Exception {
    long seq = seqs.merge(device, 1L, Long::sum);
    byte[] line = EventCodec.encode(new Event(atMillis, 1_000, fact));
    Batch.Header header =
        new Batch.Header("nonce", "epoch1", seq, 1, 0, "boot1", OptionalLong.empty(), Version.NONE);
    CompletableFuture<Receipt> answer = new CompletableFuture<>();
    ledger.submit(
        new Delivery(device, new Batch(header, List.of(line)), now.get(), answer::complete));
    Receipt receipt = answer.get(WAIT_SECONDS, TimeUnit.SECONDS);
    if (receipt.kind() != Receipt.Kind.STORED) {
      throw new IllegalStateException("not stored: " + receipt);
    }
    return device + "/epoch1/" + seq;
  }

  @Override
  public void close() throws Exception {
    site.close();
    writer.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
    journal.close();
    database.close();
  }
}
