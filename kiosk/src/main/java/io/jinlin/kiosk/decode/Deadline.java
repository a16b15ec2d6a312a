package io.jinlin.kiosk.decode;

import java.util.function.LongSupplier;

/** When to stop looking: every stage asks between its steps. */
public final class Deadline {
  private final LongSupplier nanoTime;
  private final long end;

  private Deadline(LongSupplier nanoTime, long end) {
    this.nanoTime = nanoTime;
    this.end = end;
  }

  /**
   * A deadline from now on.
   *
   * @param nanoTime monotonic, in nanoseconds
   * @param nanos how far away it is, in nanoseconds
   */
  public static Deadline in(LongSupplier nanoTime, long nanos) {
    return new Deadline(nanoTime, nanoTime.getAsLong() + nanos);
  }

  /** An earlier one, by the same clock: so many nanoseconds from now, but never after this one. */
  public Deadline within(long nanos) {
    long now = nanoTime.getAsLong();
    return new Deadline(nanoTime, now + Math.min(nanos, end - now));
  }

  /** Whether it is over. */
  public boolean passed() {
    return nanoTime.getAsLong() - end >= 0;
  }
}
