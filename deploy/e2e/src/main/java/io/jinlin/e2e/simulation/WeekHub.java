package io.jinlin.e2e.simulation;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Topics;
import io.jinlin.hub.cards.CardIndex;
import io.jinlin.hub.devices.Devices;
import io.jinlin.hub.gateway.Endpoint;
import io.jinlin.hub.gateway.Gateway;
import io.jinlin.hub.ledger.Journal;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.pages.Claims;
import io.jinlin.hub.pages.PageWriter;
import io.jinlin.hub.pages.Pages;
import io.jinlin.hub.settlement.Settlement;
import io.jinlin.hub.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * The sample community's hub, as far as the canteen and the clinic need it: real parts, one start.
 */
final class WeekHub implements SimNetwork.Receiver, Endpoint, AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final String FILE = "hub.db";

  private static final String NAME = "week";
  private static final int COMMIT_MS = 20;
  private static final long TICK_MS = 6 * Gateway.TICK_MS;

  private final VirtualTime time;
  private final SimNetwork network;
  private final BiConsumer<EventId, Fact> done;
  private final Database database;
  private final Journal journal;
  private final CardIndex cards;
  private final Ledger ledger;
  private final Gateway gateway;
  private final Settlement settlement;
  private boolean commitDue;

  /**
   * Opens the hub of a folder that {@code hub sample} filled.
   *
   * @param done told of each of the hub's own events
   */
  WeekHub(Path folder, VirtualTime time, SimNetwork network, BiConsumer<EventId, Fact> done) {
    this.time = time;
    this.network = network;
    this.done = done;
    InstantSource clock = () -> Instant.ofEpochMilli(SimMachine.START_MILLIS + time.now());
    database = Database.open(folder.resolve(FILE));
    cards = database.read(CardIndex::load);
    Claims claims = new Claims(database, clock, ZONE, NAME);
    Pages pages = Pages.open(database, claims, NAME);
    journal = Journal.open(folder.resolve("journal.db"));
    Ledger.Parts parts = new Ledger.Parts(database, journal, cards, clock, NAME, Runnable::run);
    ledger = Ledger.open(parts, Map.of(Settlement.KIND, Settlement.REPLAY));
    ledger.onCommitted(claims::accept);
    settlement = new Settlement(database, ledger, clock, ZONE);
    gateway =
        new Gateway(
            new Gateway.Parts(
                this,
                ledger,
                pages,
                new Devices(clock),
                clock,
                () -> true,
                work -> time.after(0, work),
                work -> time.after(1, work)));
    ledger.attributeKnown();
    commitSoon();
    tick();
    network.receiver(this);
  }

  private void tick() {
    gateway.tick();
    time.after(TICK_MS, this::tick);
  }

  private void commitSoon() {
    if (!commitDue) {
      commitDue = true;
      time.after(
          COMMIT_MS,
          () -> {
            commitDue = false;
            ledger.commitNow();
          });
    }
  }

  /** One more device of the site. */
  void enrol(Device device) {
    var unused =
        ledger.write(
            db -> {
              try (PageWriter pages = new PageWriter(db)) {
                return pages.put(
                    PageKind.SETTINGS, version -> new Item.DeviceSettings(version, device));
              }
            });
    commitSoon();
  }

  /** Staff do something. */
  void append(Fact fact) {
    var unused = ledger.append(fact).thenAccept(id -> done.accept(id, fact));
    commitSoon();
  }

  /** The hall desk; what it writes is committed when time goes on. */
  Settlement settlement() {
    commitSoon();
    return settlement;
  }

  CardIndex cards() {
    return cards;
  }

  Database database() {
    return database;
  }

  @Override
  public void connected(String device) {}

  @Override
  public void received(Topics topic, byte[] payload) {
    gateway.received(topic.device(), topic.kind(), payload, () -> {});
    commitSoon();
  }

  @Override
  public void disconnected(String device) {
    gateway.disconnected(device);
  }

  @Override
  public CompletionStage<Void> start(Handler handler) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void send(String device, Topics.Kind kind, byte[] payload) {
    network.send(new Topics(Estate.SITE, device, kind), payload);
  }

  @Override
  public Executor executor() {
    return work -> time.after(0, work);
  }

  @Override
  public CompletionStage<Void> stop() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void close() {
    network.receiver(null);
    journal.close();
    database.close();
  }
}
