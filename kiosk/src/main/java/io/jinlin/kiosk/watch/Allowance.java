package io.jinlin.kiosk.watch;

/**
 * How much processor time frames may take: a burst when something comes into view, and no more than
 * a share in the long run, whatever stays in view.
 */
final class Allowance {
  /** Usual share in the long run, of one core. */
  static final double SHARE = 0.3;

  /** Saved up while nothing is there: a burst of a second, in nanoseconds. */
  static final long MOST_SAVED = 1_000_000_000;

  /** A frame may always take this, in nanoseconds. */
  static final long LEAST = 5_000_000;

  private final long budgetNanos;
  private final double share;
  private double saved = MOST_SAVED;
  private long before = Long.MIN_VALUE;

  /**
   * @param budgetMillis most for one frame
   * @param share in the long run, of one core; 1 for all of it
   */
  Allowance(long budgetMillis, double share) {
    this.share = share;
    this.budgetNanos = budgetMillis * 1_000_000;
  }

  /** What this frame may take, in nanoseconds. */
  long forFrame(long nowNanos) {
    if (before != Long.MIN_VALUE) {
      saved = Math.min(MOST_SAVED, saved + share * (nowNanos - before));
    }
    before = nowNanos;
    return Math.max(Math.min(LEAST, budgetNanos), (long) Math.min(budgetNanos, saved));
  }

  /** A frame took so much, in nanoseconds. */
  void spent(long nanos) {
    saved = Math.max(0, saved - nanos);
  }
}
