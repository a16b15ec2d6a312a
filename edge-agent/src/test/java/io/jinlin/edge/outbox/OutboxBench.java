package io.jinlin.edge.outbox;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.edge.clock.ClockTrust;
import io.jinlin.edge.clock.OffsetClock;
import io.jinlin.edge.clock.SettableMachine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** An outbox in a folder, with settable clocks, and a way to fill it. */
final class OutboxBench {
  final SettableMachine machine = new SettableMachine();
  final Path file;
  private final Random random;
  private OffsetClock clock = new OffsetClock(machine, ClockTrust.ALWAYS);

  OutboxBench(Path folder, long seed) {
    this.file = folder.resolve("outbox.db");
    this.random = new Random(seed);
  }

  Outbox open() {
    return open(OutboxLimits.DEFAULT);
  }

  Outbox open(OutboxLimits limits) {
    return open(file, limits);
  }

  Outbox open(Path path, OutboxLimits limits) {
    clock = new OffsetClock(machine, ClockTrust.ALWAYS);
    return Outbox.open(path, "kiosk-1", clock, random, limits);
  }

  OffsetClock clock() {
    return clock;
  }

  Fact scan(int person) {
    return new Fact.Scan(
        "canteen",
        new CardRef(1, person),
        Outcome.ACCEPTED,
        Optional.of(new Occasion(Occasion.Kind.MEAL, "lunch", LocalDate.of(2026, 11, 24))),
        Optional.of(Way.DINE_IN),
        0,
        Input.LINE);
  }

  /** Appends one scan for each person, one at a time; the ids of those that were stored. */
  List<EventId> fill(Outbox outbox, int from, int to) {
    List<EventId> ids = new ArrayList<>();
    for (int person = from; person < to; person++) {
      if (append(outbox, person) instanceof Appended.Stored stored) {
        ids.addAll(stored.ids());
      }
    }
    return ids;
  }

  /** Appends scans ten at a time, each ten in one transaction. */
  List<EventId> fillFast(Outbox outbox, int count) {
    List<EventId> ids = new ArrayList<>();
    for (int person = 0; person < count; person += 10) {
      List<Fact> facts = IntStream.range(person, person + 10).mapToObj(this::scan).toList();
      if (outbox.append(clock.read(), facts) instanceof Appended.Stored stored) {
        ids.addAll(stored.ids());
      }
    }
    return ids;
  }

  List<EventId> fillAndClose(int count) {
    try (Outbox outbox = open()) {
      return fillFast(outbox, count);
    }
  }

  Appended append(Outbox outbox, int person) {
    return outbox.append(clock.read(), List.of(scan(person)));
  }

  /** The ids of all rows, as they would be sent. */
  static List<EventId> rows(Outbox outbox) {
    List<EventId> ids = new ArrayList<>();
    for (EpochView epoch : outbox.epochs()) {
      long after = 0;
      for (Optional<Outgoing> next = outbox.batch(epoch.epoch(), after, 100);
          next.isPresent();
          next = outbox.batch(epoch.epoch(), after, 100)) {
        Outgoing batch = next.get();
        for (long seq = batch.first(); seq <= batch.last(); seq++) {
          ids.add(new EventId("kiosk-1", epoch.epoch(), seq));
        }
        after = batch.last();
      }
    }
    return ids;
  }
}
