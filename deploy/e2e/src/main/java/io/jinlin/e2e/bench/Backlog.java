package io.jinlin.e2e.bench;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.wire.EventCodec;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Scans of the past months, one after another: ten thousand on a day, in twenty occasions of five
 * hundred people each. Every one is accepted and counts, which costs the hub most.
 */
final class Backlog {
  private static final int PEOPLE = 500;
  private static final int OCCASIONS = 20;
  private static final int PER_DAY = PEOPLE * OCCASIONS;

  /** Days between the first scan and today. */
  private static final int DAYS = 1_000;

  private static final int MONOTONIC_STEP_MS = 8_000;
  private static final long DAY_MS = 86_400_000;

  private final List<CardRef> cards;
  private final LocalDate first;
  private long next;

  Backlog(List<CardRef> cards, LocalDate today) {
    this.cards = cards;
    this.first = today.minusDays(DAYS);
  }

  /** The line of the next scan. */
  byte[] next() {
    long number = next++;
    LocalDate day = first.plusDays(number / PER_DAY);
    int ofDay = (int) (number % PER_DAY);
    int occasion = ofDay / PEOPLE;
    boolean meal = occasion == 0;
    Fact.Scan scan =
        new Fact.Scan(
            meal ? "canteen" : "hall",
            cards.get((int) (number % cards.size())),
            Outcome.ACCEPTED,
            Optional.of(
                meal
                    ? new Occasion(Occasion.Kind.MEAL, "lunch", day)
                    : new Occasion(Occasion.Kind.SESSION, "bench-" + occasion, day)),
            meal ? Optional.of(Way.DINE_IN) : Optional.empty(),
            0,
            Input.CAMERA);
    long at =
        day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli() + ofDay * (DAY_MS / PER_DAY);
    return EventCodec.encode(new Event(at, number * MONOTONIC_STEP_MS, scan));
  }

  /** How many there were. */
  long count() {
    return next;
  }
}
