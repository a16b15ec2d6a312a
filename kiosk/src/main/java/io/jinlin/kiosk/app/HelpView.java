package io.jinlin.kiosk.app;

import io.jinlin.kiosk.screen.ScreenStatus.Help;

/**
 * What the person who called for help is told, and for how long. Pure: time is passed in, in
 * monotonic milliseconds. "Somebody is coming" is said only when somebody said so.
 *
 * @param pressedMillis when the button was pressed; negative for never
 * @param answeredMillis when the answer was first seen; negative for not yet
 */
record HelpView(long pressedMillis, long answeredMillis) {
  /** Without an answer for this long, the person is told where to go instead. */
  static final long ANSWER_WITHIN_MS = 45_000;

  /** Without a hub the call reaches nobody; a short gap may still heal. */
  static final long OFFLINE_MS = 4_000;

  /** How long "somebody is coming" or "go there" stays on the screen. */
  static final long TOLD_MS = 60_000;

  private static final long NEVER = -1;

  static final HelpView NONE = new HelpView(NEVER, NEVER);

  static HelpView pressed(long nowMillis) {
    return new HelpView(nowMillis, NEVER);
  }

  /** Takes in whether the call was answered. */
  HelpView seen(boolean answered, long nowMillis) {
    return pressedMillis != NEVER && answered && answeredMillis == NEVER
        ? new HelpView(pressedMillis, nowMillis)
        : this;
  }

  /** What to show now. */
  Help at(long nowMillis, boolean connected) {
    if (pressedMillis == NEVER) {
      return Help.NONE;
    }
    if (answeredMillis != NEVER) {
      return nowMillis - answeredMillis < TOLD_MS ? Help.ANSWERED : Help.NONE;
    }
    long waited = nowMillis - pressedMillis;
    long patience = connected ? ANSWER_WITHIN_MS : OFFLINE_MS;
    if (waited < patience) {
      return Help.CALLING;
    }
    return waited < ANSWER_WITHIN_MS + TOLD_MS ? Help.NOBODY : Help.NONE;
  }
}
