package io.jinlin.contract.event;

/**
 * A fact and when it happened by the device's clocks. Which device, epoch and sequence number it
 * has stands around it (outbox row, batch header), not in it.
 *
 * @param wallMillis the device's best wall time, milliseconds since 1970 UTC; may be wrong by years
 * @param monotonicMillis milliseconds since the device's boot, which no clock setting changes
 * @param fact what happened
 */
public record Event(long wallMillis, long monotonicMillis, Fact fact) {
  /** Latest wall time that can be written: the end of the year 9999. */
  public static final long MAX_WALL_MILLIS = 253_402_300_799_999L;

  public Event {
    Check.range("at", wallMillis, -MAX_WALL_MILLIS, MAX_WALL_MILLIS);
    Check.range("monotonic", monotonicMillis, 0, MAX_WALL_MILLIS);
  }
}
