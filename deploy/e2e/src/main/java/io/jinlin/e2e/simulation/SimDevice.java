package io.jinlin.e2e.simulation;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.Command;
import io.jinlin.contract.wire.Health;
import io.jinlin.edge.clock.ClockReading;
import io.jinlin.edge.clock.ClockTrust;
import io.jinlin.edge.clock.OffsetClock;
import io.jinlin.edge.outbox.Appended;
import io.jinlin.edge.outbox.Outbox;
import io.jinlin.edge.outbox.OutboxLimits;
import io.jinlin.edge.uplink.Identity;
import io.jinlin.edge.uplink.Surroundings;
import io.jinlin.edge.uplink.Uplink;
import io.jinlin.edge.uplink.UplinkListener;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One kiosk: the real outbox and uplink between simulated clocks, disk and network. */
final class SimDevice implements UplinkListener {
  private static final String OUTBOX = "outbox.db";
  private static final Occasion LUNCH = Occasion.parse("meal:lunch:2026-11-24").orElseThrow();

  private final String name;
  private final String site;
  private final VirtualTime time;
  private final Random random;
  private final SimNetwork network;
  private final Witness witness;
  private final SimMachine machine;
  private final Disk disk;
  private final Set<EventId> stored = new HashSet<>();
  private @Nullable Path earlier;
  private Set<EventId> storedEarlier = Set.of();
  private OffsetClock clock;
  private Outbox outbox;
  private Uplink uplink;
  private long stepAt = Long.MAX_VALUE;
  private int life;

  SimDevice(
      String site,
      String name,
      Path root,
      VirtualTime time,
      Random random,
      SimNetwork network,
      Witness witness) {
    this.site = site;
    this.name = name;
    this.time = time;
    this.random = random;
    this.network = network;
    this.witness = witness;
    this.machine =
        new SimMachine(time, name, random.nextInt(3) == 0 ? -SimMachine.START_MILLIS : 0);
    this.disk = new Disk(root, List.of(OUTBOX));
    this.clock = new OffsetClock(machine, ClockTrust.HUB);
    this.outbox = open();
    this.uplink = connect();
  }

  String name() {
    return name;
  }

  private Outbox open() {
    return Outbox.open(
        disk.file(OUTBOX), name, clock, new Random(random.nextLong()), OutboxLimits.DEFAULT);
  }

  private Uplink connect() {
    life++;
    Uplink fresh =
        new Uplink(
            new Identity(site, name, "simulated"),
            outbox,
            new SimPages(),
            this,
            new Surroundings(clock, new Random(random.nextLong()), () -> network.link(name)));
    fresh.onWake(() -> wakeAt(time.now()));
    stepAt = Long.MAX_VALUE;
    wakeAt(time.now());
    return fresh;
  }

  private void wakeAt(long at) {
    if (at < stepAt) {
      stepAt = at;
      int livesNow = life;
      time.at(
          at,
          () -> {
            if (livesNow == life && stepAt <= time.now()) {
              stepAt = Long.MAX_VALUE;
              wakeAt(uplink.step(time.now()));
            }
          });
    }
  }

  /** Somebody holds up a card. */
  void scan(CardRef card) {
    ClockReading at = clock.read();
    Fact fact =
        new Fact.Scan(
            "canteen",
            card,
            at.trusted() ? Outcome.ACCEPTED : Outcome.UNTIMED,
            at.trusted() ? Optional.of(LUNCH) : Optional.empty(),
            at.trusted() ? Optional.of(Way.DINE_IN) : Optional.empty(),
            0,
            Input.CAMERA);
    if (outbox.append(at, List.of(fact)) instanceof Appended.Stored done) {
      for (EventId id : done.ids()) {
        witness.answered(id, fact);
        stored.add(id);
      }
      wakeAt(time.now());
    }
  }

  /** The wall clock is set to something else. */
  void stepClock(long error) {
    machine.setWall(error);
  }

  /** Killed; after a moment it starts again, in the same boot or after a power failure. */
  void crash(boolean power) {
    Path left = disk.copy();
    stop();
    disk.use(left);
    start(power);
  }

  /** Somebody makes an image of the card. */
  void image() {
    earlier = disk.copy();
    storedEarlier = Set.copyOf(stored);
  }

  /**
   * The card is replaced by its earlier image.
   *
   * @return what only the card that is gone had
   */
  Set<EventId> rollBack() {
    Path image = earlier;
    if (image == null) {
      return Set.of();
    }
    stop();
    disk.use(image);
    Set<EventId> gone = new HashSet<>(stored);
    gone.removeAll(storedEarlier);
    stored.retainAll(storedEarlier);
    earlier = null;
    start(true);
    return gone;
  }

  /** Whether the device itself still has an event. */
  boolean has(EventId id) {
    return stored.contains(id);
  }

  long unsent() {
    return outbox.unsent();
  }

  private void stop() {
    uplink.close();
    outbox.close();
  }

  private void start(boolean power) {
    if (power) {
      machine.reboot();
    }
    clock = new OffsetClock(machine, ClockTrust.HUB);
    outbox = open();
    uplink = connect();
  }

  void close() {
    life++;
    stop();
  }

  @Override
  public Health health() {
    return new Health(outbox.unsent(), 0, 0, clock.read().trusted(), "simulated", List.of());
  }

  @Override
  public void connected(boolean connected) {}

  @Override
  public void heard(boolean pagesComplete) {}

  @Override
  public void progress() {}

  @Override
  public void command(Command command) {}

  @Override
  public void rejected(Ack.Rejected rejected) {
    throw new AssertionError("the hub could not read " + rejected);
  }
}
