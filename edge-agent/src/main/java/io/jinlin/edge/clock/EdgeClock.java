package io.jinlin.edge.clock;

import java.util.OptionalLong;

/** The device's clocks and what was learned about them; safe to use from any thread. */
public interface EdgeClock {
  /** Both clocks at one moment. */
  ClockReading read();

  /**
   * True wall time minus monotonic time in this boot, in milliseconds; absent until it was learned
   * from a hub, or while the operating system does not say that its clock is synchronised.
   */
  OptionalLong offsetMillis();

  /** Takes an offset of this boot that a hub, or an earlier start in this boot, has established. */
  void learn(long offsetMillis);
}
