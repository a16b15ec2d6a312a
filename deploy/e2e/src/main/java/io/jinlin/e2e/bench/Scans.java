package io.jinlin.e2e.bench;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.wire.EventCodec;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Scans, each by somebody who has not been at that occasion yet: every one is accepted and counts,
 * which costs the hub most. Either they happen now, or they are what kiosks kept for months: ten
 * thousand a day, in twenty occasions of five hundred people.
 */
final class Scans {
  private static final int PEOPLE = 500;
  private static final int OCCASIONS = 20;
  private static final int PER_DAY = PEOPLE * OCCASIONS;

  /** Days between the first scan that was kept and today. */
  private static final int DAYS = 1_000;

  private static final int MONOTONIC_STEP_MS = 8_000;
  private static final long DAY_MS = 86_400_000;

  private final List<CardRef> cards;
  private final LocalDate today;
  private long next;

  Scans(List<CardRef> cards, LocalDate today) {
    this.cards = cards;
    this.today = today;
  }

  /** The line of a scan that happens now. */
  byte[] now() {
    long number = next++;
    Occasion occasion = new Occasion(Occasion.Kind.SESSION, "bench-now-" + number / PEOPLE, today);
    return line(number, System.currentTimeMillis(), occasion);
  }

  /** The line of the next scan that was kept. */
  byte[] kept() {
    long number = next++;
    LocalDate day = today.minusDays(DAYS).plusDays(number / PER_DAY);
    int ofDay = (int) (number % PER_DAY);
    Occasion occasion = new Occasion(Occasion.Kind.SESSION, "bench-kept-" + ofDay / PEOPLE, day);
    long midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    return line(number, midnight + ofDay * (DAY_MS / PER_DAY), occasion);
  }

  private byte[] line(long number, long at, Occasion occasion) {
    Fact.Scan scan =
        new Fact.Scan(
            "hall",
            cards.get((int) (number % cards.size())),
            Outcome.ACCEPTED,
            Optional.of(occasion),
            Optional.empty(),
            0,
            Input.CAMERA);
    return EventCodec.encode(new Event(at, number * MONOTONIC_STEP_MS, scan));
  }

  /** How many there were. */
  long count() {
    return next;
  }
}
