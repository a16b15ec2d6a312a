package io.jinlin.contract.page;

import io.jinlin.contract.event.Check;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * 今日停开: a place, or the whole centre, is closed for a time.
 *
 * @param place absent for the whole centre
 * @param from by the site's zone, included
 * @param until not included; later than {@code from}, within {@value #MAX_DAYS} days of it
 * @param reason as shown to everyone
 * @param reasonEnglish may be empty
 */
public record Closure(
    String id,
    Optional<String> place,
    LocalDateTime from,
    LocalDateTime until,
    String reason,
    String reasonEnglish) {
  /** Longest closure, in days. */
  public static final int MAX_DAYS = 366;

  public Closure {
    Check.id("closure", id);
    place.ifPresent(one -> Check.id("place", one));
    Check.note("reason", reason);
    Check.range("reason_english", reasonEnglish.length(), 0, 80);
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("closure ends before it begins");
    }
    if (until.isAfter(from.plusDays(MAX_DAYS))) {
      throw new IllegalArgumentException("closure lasts over " + MAX_DAYS + " days");
    }
  }

  /** The same, over at an earlier moment. */
  public Closure endingAt(LocalDateTime moment) {
    return new Closure(id, place, from, moment, reason, reasonEnglish);
  }

  /** Whether it concerns a place at all. */
  public boolean concerns(String somePlace) {
    return place.isEmpty() || place.get().equals(somePlace);
  }

  /** Whether a place is closed by it at a moment. */
  public boolean covers(String somePlace, LocalDateTime moment) {
    return concerns(somePlace) && !moment.isBefore(from) && moment.isBefore(until);
  }
}
