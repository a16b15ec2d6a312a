package io.jinlin.edge.doors;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

/**
 * One beam without its noise. A break is believed when it has lasted longer than a glitch; the end
 * of a break when the beam has stayed clear for longer than the gap within one body. Nanoseconds of
 * a monotonic clock.
 */
final class Debounce {
  /** Nothing is pending. */
  static final long NEVER = Long.MAX_VALUE;

  private final long glitchNanos;
  private final long gapNanos;
  private boolean raw;
  private long rawSince;
  private boolean clean;
  private long cleanSince;
  private boolean settled;

  Debounce(BeamSettings settings) {
    glitchNanos = MILLISECONDS.toNanos(settings.glitchMs());
    gapNanos = MILLISECONDS.toNanos(settings.gapMs());
  }

  void input(boolean broken, long nanos) {
    if (raw != broken) {
      raw = broken;
      rawSince = nanos;
    }
  }

  /** When the next step is due, {@link #NEVER} if nothing is pending. */
  long due() {
    long cleanDue = raw == clean ? NEVER : rawSince + glitchNanos;
    long settleDue = clean == settled ? NEVER : cleanSince + (clean ? 0 : gapNanos);
    return Math.min(cleanDue, settleDue);
  }

  /** Takes the step that is due; whether the believed state changed by it. */
  boolean step() {
    long due = due();
    if (clean != settled && due == cleanSince + (clean ? 0 : gapNanos)) {
      settled = clean;
      return true;
    }
    clean = raw;
    cleanSince = due;
    return false;
  }

  boolean broken() {
    return settled;
  }
}
