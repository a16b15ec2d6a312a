package io.jinlin.e2e.simulation;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.Topics;
import io.jinlin.e2e.check.HubPages;
import io.jinlin.e2e.check.LedgerFile;
import io.jinlin.e2e.check.ReplicaRows;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.cards.OfferedRevocations;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Rebuild;
import io.jinlin.hub.pages.PageWriter;
import io.jinlin.hub.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The hub: real gateway, ledger, pages, backups and files between a simulated world. */
final class SimHub implements SimNetwork.Receiver {
  private static final String HUB = "hub.db";
  private static final String JOURNAL = "journal.db";
  private static final int COMMIT_DELAY_MS = 30;
  private static final int BACKUPS = 3;
  private static final int WRONG_CLOCK_ONE_IN = 5;

  private final World world;
  private final Estate estate;
  private final Disk disk;
  private final Backups backups;
  private final Set<Integer> deadCards = new HashSet<>();
  private @Nullable HubRun running;
  private @Nullable Path image;

  SimHub(Path root, Estate estate, World world) {
    this.world = world;
    this.estate = estate;
    this.disk = new Disk(root.resolve("disks"));
    this.backups = new Backups(root.resolve("backups"), BACKUPS);
    try (Database database = Database.open(disk.file(HUB))) {
      database.write(this::publish);
    }
    start();
  }

  private int publish(Connection db) throws SQLException {
    try (PageWriter pages = new PageWriter(db)) {
      estate.publish(pages);
      world.community().publish(pages);
    }
    return 0;
  }

  private long now() {
    return SimMachine.START_MILLIS + world.time().now();
  }

  private HubRun run(String name, boolean synchronised) {
    HubRun fresh =
        new HubRun(
            new HubRun.Around(
                world.time(), world.network(), () -> 1 + world.random().nextInt(COMMIT_DELAY_MS)),
            new HubRun.Start(
                disk.file(HUB),
                disk.file(JOURNAL),
                name,
                synchronised,
                database -> world.community(),
                world.community().handlers()));
    OfferedRevocations offered =
        new OfferedRevocations((card, device) -> dead(fresh, card), (device, problem) -> {});
    fresh.ledger().onCommitted(offered::accept);
    fresh.begin();
    return fresh;
  }

  private CompletableFuture<?> dead(HubRun hub, CardRef card) {
    byte[] body = Community.body(world.community().number(card));
    hub.commitSoon();
    return hub.ledger().write(Community.REVOKED, body, db -> world.community().revoked(db, body));
  }

  /** A change of pages that no kiosk could send again: first it is in the journal. */
  private void change(HubRun hub, String kind, int card, Runnable then) {
    byte[] body = Community.body(card);
    JournalHandler handler = Objects.requireNonNull(world.community().handlers().get(kind));
    var unused =
        hub.ledger()
            .write(
                kind,
                body,
                db -> {
                  handler.apply(db, body);
                  return card;
                })
            .thenAccept(changed -> then.run());
    hub.commitSoon();
  }

  /** Starts, with a clock that devices may go by or not. */
  void start() {
    start(world.random().nextInt(WRONG_CLOCK_ONE_IN) > 0);
  }

  /** Starts, for good. */
  void recover() {
    crash();
    start(true);
  }

  private void start(boolean synchronised) {
    if (running == null) {
      running = run("t" + Long.toHexString(world.random().nextLong()), synchronised);
      world.network().receiver(this);
    }
  }

  /** Killed, or its power is cut. */
  void crash() {
    HubRun now = running;
    if (now != null) {
      Path left = disk.copy();
      world.network().receiver(null);
      now.kill();
      disk.use(left);
      running = null;
    }
  }

  /** A verified backup, which devices are told of. */
  void backUp() {
    HubRun now = running;
    if (now != null) {
      List<Backups.Reached> reached = Backups.reached(backups.make(now.database(), now()));
      var unused = now.ledger().write(db -> Backups.note(db, reached));
      now.commitSoon();
    }
  }

  /**
   * The database is replaced by a backup, not always the newest; the journal stays.
   *
   * @return what the hub knew and has forgotten now, its own events excepted
   */
  Set<EventId> restore() {
    List<Path> all = backups.all();
    if (all.isEmpty()) {
      return Set.of();
    }
    crash();
    Set<EventId> forgotten = new HashSet<>(ledger());
    Backups.restore(all.get(world.random().nextInt(all.size())), disk.file(HUB), now());
    forgotten.removeAll(ledger());
    forgotten.removeIf(id -> id.device().equals("hub"));
    start();
    return forgotten;
  }

  /** Somebody makes an image of the whole disk. */
  void image() {
    image = disk.copy();
  }

  /**
   * The whole disk, journal included, is replaced by its earlier image.
   *
   * @return what the hub knew and has forgotten now
   */
  Set<EventId> rollBack() {
    Path earlier = image;
    if (earlier == null) {
      return Set.of();
    }
    crash();
    Set<EventId> forgotten = new HashSet<>(ledger());
    disk.use(earlier);
    image = null;
    forgotten.removeAll(ledger());
    Set<String> known = HubPages.read(disk.file(HUB)).revoked();
    deadCards.removeIf(card -> !known.contains(named(card)));
    start();
    return forgotten;
  }

  private String named(int card) {
    return ReplicaRows.name(world.community().ref(card));
  }

  /** Every event that is committed. */
  Set<EventId> ledger() {
    return LedgerFile.read(disk.file(HUB)).events().keySet();
  }

  /** Staff do something, if the hub is up. */
  void append(Fact fact) {
    HubRun now = running;
    if (now != null) {
      now.append(fact, (id, safe) -> world.witness().done(id, safe, now()));
    }
  }

  /** Staff declare a card dead, if the hub is up. */
  void revoke(int card) {
    HubRun now = running;
    if (now != null) {
      change(now, Community.REVOKED, card, () -> deadCards.add(card));
    }
  }

  /** Staff hand a card out, if the hub is up. */
  void issue(int card) {
    HubRun now = running;
    if (now != null && !deadCards.contains(card)) {
      change(
          now,
          Community.ISSUED,
          card,
          () -> {
            long person = world.community().handedOut(card);
            now.ledger().attribute(world.community().ref(card), person);
            now.commitSoon();
          });
    }
  }

  /** Something about a living card's person changes, if the hub is up; it is in no journal. */
  void enrol(int card) {
    if (!deadCards.contains(card) && world.community().isHandedOut(card)) {
      write(pages -> world.community().publish(pages, card));
    }
  }

  /** Staff change something that is in no journal, if the hub is up. */
  void write(HubRun.Pen pen) {
    HubRun now = running;
    if (now != null) {
      now.write(pen);
    }
  }

  /** Stops, and compares the figures with those made anew, and the devices' pages with its own. */
  List<String> faults(List<SimDevice> devices) {
    crash();
    LedgerFile before = LedgerFile.read(disk.file(HUB));
    Set<EventId> held = new HashSet<>();
    devices.forEach(device -> held.addAll(device.held()));
    List<String> faults = world.witness().faults(before, held);
    faults.addAll(before.faults());
    HubPages pages = HubPages.read(disk.file(HUB));
    for (int card : deadCards) {
      if (!pages.revoked().contains(named(card))) {
        faults.add("the hub has forgotten the dead card " + card);
      }
    }
    devices.forEach(device -> faults.addAll(pages.differences(device.name(), device.replica())));
    try (Database database = Database.open(disk.file(HUB))) {
      Rebuild.run(database, world.community());
    }
    faults.addAll(before.differences(LedgerFile.read(disk.file(HUB))));
    return faults;
  }

  @Override
  public void connected(String device) {}

  @Override
  public void received(Topics topic, byte[] payload) {
    HubRun now = running;
    if (now != null) {
      now.received(topic, payload);
    }
  }

  @Override
  public void disconnected(String device) {
    HubRun now = running;
    if (now != null) {
      now.disconnected(device);
    }
  }
}
