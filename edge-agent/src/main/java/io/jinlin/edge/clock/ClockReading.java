package io.jinlin.edge.clock;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.Event;

/**
 * One look at the clocks.
 *
 * @param wallMillis best wall time, milliseconds since 1970 UTC; may be wrong by years unless
 *     trusted
 * @param monotonicMillis milliseconds since the boot, which no clock setting changes
 * @param boot the kernel's boot identifier without hyphens
 * @param trusted whether the wall time is good enough to decide by
 */
public record ClockReading(long wallMillis, long monotonicMillis, String boot, boolean trusted) {
  public ClockReading {
    Check.range("wall", wallMillis, -Event.MAX_WALL_MILLIS, Event.MAX_WALL_MILLIS);
    Check.range("monotonic", monotonicMillis, 0, Event.MAX_WALL_MILLIS);
    Check.id("boot", boot);
  }
}
