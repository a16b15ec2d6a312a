package io.jinlin.hub.register;

import java.time.LocalDate;
import java.util.List;

/**
 * A series' list.
 *
 * @param enrolled by the day they came
 * @param waiting who waits for a place, the first first
 */
public record EnrolmentList(List<Enrolled> enrolled, List<Waiting> waiting) {
  public EnrolmentList {
    enrolled = List.copyOf(enrolled);
    waiting = List.copyOf(waiting);
  }

  /** Somebody who takes part from a day on. */
  public record Enrolled(long person, LocalDate from) {}

  /** Somebody who waits since a time in milliseconds since 1970 UTC. */
  public record Waiting(long person, long sinceMillis) {}

  /** Whether somebody takes part. */
  public boolean has(long person) {
    return enrolled.stream().anyMatch(one -> one.person() == person);
  }

  /** Whether somebody waits. */
  public boolean awaits(long person) {
    return waiting.stream().anyMatch(one -> one.person() == person);
  }
}
