package io.jinlin.e2e.simulation;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.Topics;
import io.jinlin.e2e.check.LedgerFile;
import io.jinlin.hub.devices.Devices;
import io.jinlin.hub.gateway.Endpoint;
import io.jinlin.hub.gateway.Gateway;
import io.jinlin.hub.ledger.Journal;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.ledger.Rebuild;
import io.jinlin.hub.ledger.Subjects;
import io.jinlin.hub.pages.Claims;
import io.jinlin.hub.pages.Pages;
import io.jinlin.hub.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The hub: real gateway, ledger and files between a simulated endpoint, clock and scheduler. */
final class SimHub implements SimNetwork.Receiver {
  private static final String HUB = "hub.db";
  private static final String JOURNAL = "journal.db";
  private static final int COMMIT_DELAY_MS = 30;

  /** Rarer than in a real hub: reading the versions of pages is most of what it costs. */
  private static final long TICK_MS = 4 * Gateway.TICK_MS;

  private final String site;
  private final VirtualTime time;
  private final Random random;
  private final SimNetwork network;
  private final Witness witness;
  private final Disk disk;
  private @Nullable Running running;
  private @Nullable Path backup;

  SimHub(
      String site,
      Path root,
      VirtualTime time,
      Random random,
      SimNetwork network,
      Witness witness) {
    this.site = site;
    this.time = time;
    this.random = random;
    this.network = network;
    this.witness = witness;
    this.disk = new Disk(root, List.of(HUB, JOURNAL));
    start();
  }

  /** One start of the hub. */
  private final class Running implements Endpoint {
    private final Database database;
    private final Journal journal;
    private final Ledger ledger;
    private final Gateway gateway;
    private boolean commitDue;
    private boolean dead;

    Running(String name) {
      InstantSource clock = () -> Instant.ofEpochMilli(SimMachine.START_MILLIS + time.now());
      database = Database.open(disk.file(HUB));
      journal = Journal.open(disk.file(JOURNAL));
      Claims claims = new Claims(database, clock, ZoneId.of("Asia/Shanghai"), name);
      Pages pages = Pages.open(database, claims, name);
      ledger =
          Ledger.open(
              new Ledger.Parts(database, journal, Subjects.NONE, clock, name, Runnable::run),
              Map.of());
      ledger.onCommitted(claims::accept);
      gateway =
          new Gateway(
              new Gateway.Parts(
                  this,
                  ledger,
                  pages,
                  new Devices(clock),
                  clock,
                  () -> true,
                  work -> later(0, work),
                  work -> later(1, work)));
      tick();
    }

    private void later(long delayMillis, Runnable work) {
      time.after(
          delayMillis,
          () -> {
            if (!dead) {
              work.run();
            }
          });
    }

    private void tick() {
      gateway.tick();
      later(TICK_MS, this::tick);
    }

    private void commitSoon() {
      if (!commitDue) {
        commitDue = true;
        later(
            1 + random.nextInt(COMMIT_DELAY_MS),
            () -> {
              commitDue = false;
              ledger.commitNow();
            });
      }
    }

    private void append(Fact fact) {
      var unused = ledger.append(fact).thenAccept(id -> done(id, fact));
      commitSoon();
    }

    private void done(EventId id, Fact fact) {
      if (!dead) {
        witness.answered(id, fact);
      }
    }

    private void kill() {
      dead = true;
      journal.close();
      database.close();
    }

    @Override
    public CompletionStage<Void> start(Handler handler) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void send(String device, Topics.Kind kind, byte[] payload) {
      if (!dead) {
        network.send(new Topics(site, device, kind), payload);
      }
    }

    @Override
    public Executor executor() {
      return work -> later(0, work);
    }

    @Override
    public CompletionStage<Void> stop() {
      return CompletableFuture.completedFuture(null);
    }
  }

  void start() {
    if (running == null) {
      running = new Running("t" + Long.toHexString(random.nextLong()));
      network.receiver(this);
    }
  }

  /** Killed, or its power is cut. */
  void crash() {
    Running now = running;
    if (now != null) {
      Path left = disk.copy();
      network.receiver(null);
      now.kill();
      disk.use(left);
      running = null;
    }
  }

  /** Somebody copies the database. */
  void backUp() {
    backup = disk.copy();
  }

  /**
   * The database is replaced by its earlier copy, the journal stays.
   *
   * @return what the hub knew and has forgotten now, its own events excepted
   */
  Set<EventId> restore() {
    Path from = backup;
    if (from == null) {
      return Set.of();
    }
    crash();
    Set<EventId> forgotten = new HashSet<>(ledger());
    disk.replace(HUB, from);
    forgotten.removeAll(ledger());
    forgotten.removeIf(id -> id.device().equals("hub"));
    start();
    return forgotten;
  }

  /** Every event that is committed. */
  Set<EventId> ledger() {
    return LedgerFile.read(disk.file(HUB)).events().keySet();
  }

  /** Staff do something, if the hub is up. */
  void append(Fact fact) {
    Running now = running;
    if (now != null) {
      now.append(fact);
    }
  }

  /** Stops, and compares the figures with those made anew. */
  List<String> faults() {
    crash();
    LedgerFile before = LedgerFile.read(disk.file(HUB));
    List<String> faults = witness.faults(before.events());
    faults.addAll(before.faults());
    try (Database database = Database.open(disk.file(HUB))) {
      Rebuild.run(database, Subjects.NONE);
    }
    faults.addAll(before.differences(LedgerFile.read(disk.file(HUB))));
    return faults;
  }

  @Override
  public void connected(String device) {}

  @Override
  public void received(Topics topic, byte[] payload) {
    Running now = running;
    if (now != null) {
      now.gateway.received(topic.device(), topic.kind(), payload, () -> {});
      now.commitSoon();
    }
  }

  @Override
  public void disconnected(String device) {
    Running now = running;
    if (now != null && !now.dead) {
      now.gateway.disconnected(device);
    }
  }
}
