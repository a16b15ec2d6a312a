package io.jinlin.hub.residents;

import java.time.LocalDate;

/**
 * Whether a person is here.
 *
 * @param day since when it holds
 * @param known when it became known to the office; deaths are often heard of late
 * @param atMillis when it was entered
 */
public record PersonState(
    long person, State state, LocalDate day, LocalDate known, long atMillis, String account) {
  /** Which. */
  public enum State {
    /** Lives here, again or after all. */
    ACTIVE,
    /** Moved away. */
    MOVED,
    DIED
  }

  public PersonState {
    if (known.isBefore(day)) {
      throw new IllegalArgumentException("known before it happened");
    }
  }
}
