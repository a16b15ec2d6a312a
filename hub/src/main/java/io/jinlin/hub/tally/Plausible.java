package io.jinlin.hub.tally;

import java.util.OptionalLong;

/**
 * What the hub takes for the time of an event.
 *
 * @param atMillis corrected time, milliseconds since 1970 UTC
 * @param doubtful neither an offset is known nor can the raw time be true: for review, not tallied
 */
public record Plausible(long atMillis, boolean doubtful) {
  /** Nothing was recorded before 2020-01-01 UTC. */
  public static final long EARLIEST_MILLIS = 1_577_836_800_000L;

  /** How far a device's clock may be ahead of the hub's, in milliseconds: ten minutes. */
  public static final long MAX_AHEAD_MS = 600_000;

  /**
   * Applies the offset of the device's boot, or judges the raw time.
   *
   * @param offsetMillis true wall time minus monotonic time in that boot, if known
   */
  public static Plausible of(
      long wallMillis, long monotonicMillis, OptionalLong offsetMillis, long receivedMillis) {
    if (offsetMillis.isPresent()) {
      long at = monotonicMillis + offsetMillis.getAsLong();
      return new Plausible(at, !possible(at, receivedMillis));
    }
    return new Plausible(wallMillis, !possible(wallMillis, receivedMillis));
  }

  private static boolean possible(long atMillis, long receivedMillis) {
    return atMillis >= EARLIEST_MILLIS && atMillis <= receivedMillis + MAX_AHEAD_MS;
  }
}
