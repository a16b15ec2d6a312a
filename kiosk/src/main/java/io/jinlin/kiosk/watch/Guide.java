package io.jinlin.kiosk.watch;

import java.util.Optional;

/**
 * Turns what is wrong with single frames into calm advice: it comes only when a code has been in
 * view unread for a while and the frames agree, and it stays long enough to be read.
 */
final class Guide {
  /** A code is in view unread for this long before anything is said, in milliseconds. */
  static final long PATIENCE_MS = 450;

  /** A hint stays at least this long, in milliseconds. */
  static final long HOLD_MS = 800;

  /** What was not seen for this long has gone, in milliseconds. */
  static final long GONE_MS = 700;

  /** Frames that must say the same before a hint changes. */
  static final int AGREEING_FRAMES = 3;

  private Optional<Hint> shown = Optional.empty();
  private long shownMillis;
  private Optional<Hint> wanted = Optional.empty();
  private int agreeing;
  private long sinceMillis = -1;
  private long lastMillis;

  /** A frame in which something was in view and not read. */
  Optional<Hint> unread(Hint advice, long nowMillis) {
    if (sinceMillis < 0 || nowMillis - lastMillis > GONE_MS) {
      sinceMillis = nowMillis;
      agreeing = 0;
    }
    lastMillis = nowMillis;
    agreeing = wanted.equals(Optional.of(advice)) ? agreeing + 1 : 1;
    wanted = Optional.of(advice);
    boolean due = nowMillis - sinceMillis >= PATIENCE_MS && agreeing >= AGREEING_FRAMES;
    if (due && !shown.equals(wanted) && mayChange(nowMillis)) {
      show(wanted, nowMillis);
    }
    return shown;
  }

  /** A frame in which nothing was in view. */
  Optional<Hint> nothing(long nowMillis) {
    if (nowMillis - lastMillis > GONE_MS && mayChange(nowMillis)) {
      sinceMillis = -1;
      show(Optional.empty(), nowMillis);
    }
    return shown;
  }

  /** A frame that was read: all is well, and what was said is taken back at once. */
  void read() {
    sinceMillis = -1;
    agreeing = 0;
    shown = Optional.empty();
  }

  private boolean mayChange(long nowMillis) {
    return shown.isEmpty() || nowMillis - shownMillis >= HOLD_MS;
  }

  private void show(Optional<Hint> hint, long nowMillis) {
    shown = hint;
    shownMillis = nowMillis;
  }
}
