package io.jinlin.e2e.simulation;

import io.jinlin.contract.config.Secret;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.page.Device;
import io.jinlin.e2e.check.OutboxRows;
import io.jinlin.e2e.check.ReplicaRows;
import io.jinlin.edge.agent.Answer;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.agent.EdgeParts;
import io.jinlin.edge.clock.ClockTrust;
import io.jinlin.edge.clock.OffsetClock;
import io.jinlin.edge.config.AgentConfig;
import io.jinlin.edge.config.WiringConfig;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.edge.outbox.Outbox;
import io.jinlin.edge.outbox.OutboxLimits;
import io.jinlin.edge.outbox.Salvage;
import io.jinlin.edge.uplink.HubAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One kiosk: the real agent between simulated clocks, disk, door and network. */
final class SimDevice {
  private static final String OUTBOX = "outbox.db";
  private static final String REPLICA = "replica.db";
  private static final String SET_ASIDE = OUTBOX + ".damaged-";
  private static final int SPOILT_ONE_IN = 4;
  private static final int NO_CLOCK_ONE_IN = 3;

  private final Device what;
  private final World world;
  private final OutboxLimits limits;
  private final SimMachine machine;
  private final Disk disk;
  private final boolean battery;
  private Memory memory = new Memory();
  private @Nullable Image image;
  private OffsetClock clock;
  private EdgeAgent agent;
  private OutboxRows rows;
  private ReplicaRows replica;
  private Walkers door;
  private long stepAt = Long.MAX_VALUE;
  private int life;

  /** A copy of the disk, and what was on it. */
  private record Image(Path folder, Memory memory) {}

  SimDevice(Device what, OutboxLimits limits, Path root, World world) {
    this.what = what;
    this.world = world;
    this.limits = limits;
    this.battery = world.random().nextInt(NO_CLOCK_ONE_IN) > 0;
    this.machine = new SimMachine(world.time(), name(), battery ? 0 : -SimMachine.START_MILLIS);
    this.disk = new Disk(root);
    this.clock = new OffsetClock(machine, ClockTrust.HUB);
    this.agent = open();
    this.rows = OutboxRows.open(name(), disk.file(OUTBOX));
    this.replica = ReplicaRows.open(disk.file(REPLICA));
    this.door = door();
    begin();
  }

  String name() {
    return what.id();
  }

  private EdgeAgent open() {
    AgentConfig config =
        new AgentConfig(
            Estate.SITE,
            name(),
            disk.folder(),
            new HubAddress("127.0.0.1", 1, new Secret("simulated"), Optional.empty()),
            ClockTrust.HUB,
            limits,
            WiringConfig.NONE);
    EdgeParts parts = new EdgeParts(clock, random(), () -> world.network().link(name()));
    return EdgeAgent.openStepped(config, parts);
  }

  private Random random() {
    return new Random(world.random().nextLong());
  }

  private Walkers door() {
    int ofLife = life;
    return new Walkers(
        world.time(),
        direction -> {
          if (ofLife == life) {
            agent.passage("door-1", direction, 1);
            noteFresh(agent.status().clockTrusted());
          }
        });
  }

  private void begin() {
    life++;
    door = door();
    rows.all();
    agent.onWake(() -> wakeAt(world.time().now()));
    stepAt = Long.MAX_VALUE;
    wakeAt(world.time().now());
  }

  private void wakeAt(long at) {
    if (at < stepAt) {
      stepAt = at;
      int ofLife = life;
      world.time().at(at, () -> step(ofLife));
    }
  }

  private void step(int ofLife) {
    if (ofLife == life && stepAt <= world.time().now()) {
      stepAt = Long.MAX_VALUE;
      boolean timed = agent.status().clockTrusted();
      long pause = agent.step() - machine.monotonicMillis();
      // It may have told the hub of a card that the hub forgot.
      note(timed);
      wakeAt(world.time().now() + Math.max(0, pause));
    }
  }

  /** Somebody holds up a card, and chooses if there is a choice. */
  void scan(int card) {
    memory.deadCards.addAll(replica.revoked());
    boolean timed = agent.status().clockTrusted();
    Answer answer = agent.answer(world.community().text(card), Input.CAMERA);
    Verdict verdict = answer.verdict();
    if (verdict instanceof Verdict.Choose choose) {
      int chosen = world.random().nextInt(choose.choices().size());
      verdict = agent.choose(choose.choices().get(chosen).id());
    }
    Map<EventId, Event> fresh = noteFresh(timed);
    answer
        .event()
        .filter(id -> !fresh.containsKey(id))
        .ifPresent(id -> world.witness().fault(id + " was answered before it was on the disk"));
    if (verdict instanceof Verdict.OutOfService out && out.reason() == Verdict.Reason.OUTBOX_FULL) {
      world.witness().refused();
    }
    memory.judge(name(), world.community().ref(card), verdict).ifPresent(world.witness()::fault);
    if (roomy()) {
      memory.judge(name(), fresh, world.witness()::isTakenBack).forEach(world.witness()::fault);
    }
  }

  /** Somebody walks through the door, or turns back in it. */
  void walk() {
    door.walk(world.random());
  }

  /** Somebody calls for help. */
  void help() {
    agent.callHelp();
    noteFresh(agent.status().clockTrusted());
  }

  private Map<EventId, Event> noteFresh(boolean timed) {
    Map<EventId, Event> fresh = note(timed);
    wakeAt(world.time().now());
    return fresh;
  }

  private Map<EventId, Event> note(boolean timed) {
    Map<EventId, Event> fresh = rows.fresh();
    long now = SimMachine.START_MILLIS + world.time().now();
    fresh.forEach((id, event) -> world.witness().answered(id, event, now, timed));
    memory.stored.addAll(fresh.keySet());
    return fresh;
  }

  /** The wall clock is set to something else. */
  void stepClock(long error) {
    machine.setWall(error);
  }

  /** Killed; it starts again at once, in the same boot or after a power failure. */
  void crash(boolean power) {
    Path left = disk.copy();
    stop();
    disk.use(left);
    start(power);
  }

  /** Somebody makes an image of the card. */
  void image() {
    image = new Image(disk.copy(), memory.copy());
  }

  /**
   * The card is replaced by its earlier image.
   *
   * @return what only the card that is gone had
   */
  Set<EventId> rollBack() {
    Image earlier = image;
    if (earlier == null) {
      return Set.of();
    }
    Set<EventId> gone = held();
    stop();
    disk.use(earlier.folder());
    memory = earlier.memory();
    image = null;
    start(true);
    gone.removeAll(held());
    return gone;
  }

  /** The power fails and takes a part of the outbox with it; the rest is set aside at the start. */
  void damage(boolean headerOnly) {
    Path left = disk.copy();
    Set<EventId> before = new HashSet<>(rows.all().keySet());
    stop();
    disk.use(left);
    if (headerOnly || world.random().nextBoolean()) {
      disk.foldLog(OUTBOX);
    }
    if (headerOnly) {
      disk.spoilHeader(OUTBOX, world.random());
    } else {
      disk.spoilPages(OUTBOX, SPOILT_ONE_IN, world.random());
    }
    start(true);
    Set<EventId> set = new HashSet<>(before);
    set.removeAll(rows.all().keySet());
    memory.aside(set, headerOnly);
  }

  /**
   * Somebody brings back what can be read of outboxes that were set aside.
   *
   * @return what cannot
   */
  Set<EventId> salvage() {
    List<Path> damaged =
        disk.files(SET_ASIDE).stream().filter(file -> !file.toString().endsWith("-wal")).toList();
    if (damaged.isEmpty()) {
      return Set.of();
    }
    stop();
    try (Outbox into = Outbox.open(disk.file(OUTBOX), name(), clock, random(), limits)) {
      for (Path file : damaged) {
        Salvage.salvage(file, into);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    start(false);
    Set<EventId> lost = memory.salvaged();
    lost.removeAll(rows.all().keySet());
    if (memory.wholeRows() && !lost.isEmpty()) {
      world.witness().fault("rows on whole pages were not salvaged: " + lost);
    }
    return lost;
  }

  /** Whether it never has to give up what the hub has acknowledged. */
  boolean roomy() {
    return limits.equals(OutboxLimits.DEFAULT);
  }

  /** What the device's disk has, in whatever form. */
  Set<EventId> held() {
    Set<EventId> held = new HashSet<>(rows.all().keySet());
    held.addAll(memory.aside());
    return held;
  }

  /** What is wrong with a device that has had time to recover, in words. */
  List<String> faults() {
    return memory.faults(
        name(),
        agent.status(),
        roomy() ? Optional.of(rows.all().keySet()) : Optional.empty(),
        replica.revoked());
  }

  /** How many rows that were stored on this disk are there no longer. */
  int givenUp() {
    Set<EventId> gone = new HashSet<>(memory.stored);
    gone.removeAll(held());
    return gone.size();
  }

  ReplicaRows replica() {
    return replica;
  }

  private void stop() {
    rows.close();
    replica.close();
    agent.close();
    life++;
  }

  private void start(boolean power) {
    if (power) {
      machine.reboot();
      machine.setWall(battery ? 0 : -SimMachine.START_MILLIS);
    }
    clock = new OffsetClock(machine, ClockTrust.HUB);
    agent = open();
    rows = OutboxRows.open(name(), disk.file(OUTBOX));
    replica = ReplicaRows.open(disk.file(REPLICA));
    begin();
  }

  void close() {
    stop();
  }
}
