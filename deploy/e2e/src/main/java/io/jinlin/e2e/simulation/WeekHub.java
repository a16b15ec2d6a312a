package io.jinlin.e2e.simulation;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Topics;
import io.jinlin.hub.cards.CardIndex;
import io.jinlin.hub.settlement.Settlement;
import io.jinlin.hub.store.Database;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;

/** The sample community's hub, as far as the canteen and the clinic need it: one run. */
final class WeekHub implements SimNetwork.Receiver, AutoCloseable {
  static final String FILE = "hub.db";

  private static final int COMMIT_MS = 20;

  private final SimNetwork network;
  private final BiConsumer<EventId, Fact> done;
  private final CardIndex cards;
  private final HubRun run;
  private final Settlement settlement;

  /**
   * Opens the hub of a folder that {@code hub sample} filled.
   *
   * @param done told of each of the hub's own events
   */
  WeekHub(Path folder, VirtualTime time, SimNetwork network, BiConsumer<EventId, Fact> done) {
    this.network = network;
    this.done = done;
    Path file = folder.resolve(FILE);
    try (Database database = Database.open(file)) {
      cards = database.read(CardIndex::load);
    }
    run =
        new HubRun(
            new HubRun.Around(time, network, () -> COMMIT_MS),
            new HubRun.Start(
                file,
                folder.resolve("journal.db"),
                "week",
                true,
                database -> cards,
                Map.of(Settlement.KIND, Settlement.REPLAY)));
    settlement = new Settlement(run.database(), run.ledger(), HubRun.clock(time), Estate.ZONE);
    run.begin();
    network.receiver(this);
  }

  /** One more device of the site. */
  void enrol(Device device) {
    run.write(
        pages -> pages.put(PageKind.SETTINGS, version -> new Item.DeviceSettings(version, device)));
  }

  /** Staff do something. */
  void append(Fact fact) {
    run.append(fact, done);
  }

  /** The hall desk; what it writes is committed when time goes on. */
  Settlement settlement() {
    run.commitSoon();
    return settlement;
  }

  CardIndex cards() {
    return cards;
  }

  Database database() {
    return run.database();
  }

  @Override
  public void connected(String device) {}

  @Override
  public void received(Topics topic, byte[] payload) {
    run.received(topic, payload);
  }

  @Override
  public void disconnected(String device) {
    run.disconnected(device);
  }

  @Override
  public void close() {
    network.receiver(null);
    run.kill();
  }
}
