package io.jinlin.hub.orders;

import io.jinlin.contract.event.Check;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person is away, in hospital for example: none of their orders hold.
 *
 * @param from first day
 * @param until the day after the last; absent until somebody says so
 */
public record Pause(
    String id, long person, LocalDate from, Optional<LocalDate> until, String reason) {
  public Pause {
    Check.id("pause", id);
    Check.note("reason", reason);
    if (until.isPresent() && until.get().isBefore(from)) {
      throw new IllegalArgumentException("until is before from");
    }
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
  }
}
