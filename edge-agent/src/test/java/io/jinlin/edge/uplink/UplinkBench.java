package io.jinlin.edge.uplink;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.Command;
import io.jinlin.contract.wire.Health;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import io.jinlin.edge.clock.ClockTrust;
import io.jinlin.edge.clock.OffsetClock;
import io.jinlin.edge.clock.SettableMachine;
import io.jinlin.edge.outbox.Appended;
import io.jinlin.edge.outbox.Outbox;
import io.jinlin.edge.outbox.OutboxLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** An uplink with a real outbox and a hub on the same thread, under a settable clock. */
final class UplinkBench implements AutoCloseable, UplinkListener, Pages {
  final SettableMachine machine = new SettableMachine();
  final OffsetClock clock = new OffsetClock(machine, ClockTrust.AUTO);
  final Random random = new Random(1);
  final FakeHub hub = new FakeHub();
  final Map<PageKind, Version> have = new EnumMap<>(PageKind.class);
  final Map<PageKind, Version> toward = new EnumMap<>(PageKind.class);
  final List<Command> commands = new ArrayList<>();
  final List<Boolean> connected = new ArrayList<>();
  final Path file;
  Outbox outbox;
  Uplink uplink;
  private boolean woken;

  UplinkBench(Path folder) {
    this.file = folder.resolve("outbox.db");
    start();
  }

  /** Opens the outbox anew, as a process that starts. */
  void start() {
    outbox = Outbox.open(file, "kiosk-1", clock, random, OutboxLimits.DEFAULT);
    uplink =
        new Uplink(
            new Identity("site", "kiosk-1", "test"),
            outbox,
            this,
            this,
            new Surroundings(clock, random, hub));
    uplink.onWake(() -> woken = true);
  }

  void restart() {
    close();
    start();
  }

  List<EventId> scan(int count) {
    List<Fact> facts =
        IntStream.range(0, count)
            .<Fact>mapToObj(i -> new Fact.Departure("hall", new CardRef(1, i), Input.LINE))
            .toList();
    return ((Appended.Stored) outbox.append(clock.read(), facts)).ids();
  }

  long step() {
    long wakeAt;
    do {
      woken = false;
      wakeAt = uplink.step(clock.read().monotonicMillis());
    } while (woken);
    return wakeAt;
  }

  /** Steps whenever the uplink wants to, for a time. */
  void run(long millis) {
    long end = machine.monotonicMillis() + millis;
    while (machine.monotonicMillis() < end) {
      long wakeAt = step();
      long next = Math.max(machine.monotonicMillis() + 1, Math.min(end, wakeAt));
      machine.advance(next - machine.monotonicMillis());
    }
    step();
  }

  /** The same with a hub that is there: it sends its heartbeats. */
  void runWithHeartbeats(long millis) {
    for (long done = 0; done < millis; done += 1_000) {
      run(1_000);
      hub.heartbeat();
    }
    step();
  }

  @Override
  public Health health() {
    return new Health(outbox.unsent(), 0, 0, clock.read().trusted(), "test", List.of());
  }

  @Override
  public void connected(boolean now) {
    connected.add(now);
  }

  @Override
  public void heard(boolean pagesComplete) {}

  @Override
  public void progress() {}

  @Override
  public void command(Command command) {
    commands.add(command);
  }

  @Override
  public void rejected(Ack.Rejected rejected) {}

  @Override
  public Version have(PageKind kind) {
    return have.getOrDefault(kind, Version.NONE);
  }

  @Override
  public Version toward(PageKind kind) {
    return toward.getOrDefault(kind, Version.NONE);
  }

  @Override
  public boolean apply(Page page) {
    if (!page.from().equals(have(page.kind()))) {
      return false;
    }
    have.put(page.kind(), page.upTo());
    toward.put(page.kind(), page.latest());
    return !page.upTo().equals(page.latest());
  }

  @Override
  public void close() {
    uplink.close();
    outbox.close();
  }
}
