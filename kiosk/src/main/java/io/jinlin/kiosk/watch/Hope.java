package io.jinlin.kiosk.watch;

import io.jinlin.kiosk.decode.Point;
import java.util.List;

/**
 * How much of a frame's time the place is worth where something like a code was seen. A lone square
 * is mostly a window or a sign, so it must be seen twice in one place before it gets any; three
 * that lie as in a code get more; what fails again and again is only looked at now and then.
 */
final class Hope {
  /**
   * Share of a frame's time for a lone square; the same for three; all of it for a certain code.
   */
  static final double FOR_A_SQUARE = 0.25;

  static final double FOR_THREE_SQUARES = 0.5;

  /** A place at which so many looks failed, and where no code is certain … */
  static final int PATIENT_LOOKS = 6;

  /** … is looked at in every so many frames. */
  static final int SELDOM = 5;

  /** Where nothing was seen any more is looked so often, each time for half as long. */
  private static final int UNSEEN_LOOKS = 2;

  private enum State {
    NOTHING,
    ONCE,
    SQUARE,
    THREE,
    CERTAIN
  }

  private State state = State.NOTHING;
  private int failed;
  private int unseen;
  private int frames;

  /** A hand moves a code no farther from frame to frame, in modules. */
  private static final double FAR = 7;

  /** Nor does it look that many times larger or smaller. */
  private static final double RESIZED = 1.4;

  /** Whether an outline may be of what had another outline in the frame before. */
  static boolean isAgain(List<Point> before, List<Point> now, double module) {
    if (before.isEmpty() || now.isEmpty()) {
      return false;
    }
    double sizeBefore = before.get(0).distance(before.get(2));
    double size = now.get(0).distance(now.get(2));
    double x = (now.get(0).x() + now.get(2).x() - before.get(0).x() - before.get(2).x()) / 2;
    double y = (now.get(0).y() + now.get(2).y() - before.get(0).y() - before.get(2).y()) / 2;
    return Math.hypot(x, y) < FAR * module
        && size < RESIZED * sizeBefore
        && sizeBefore < RESIZED * size;
  }

  /** The share of this frame's time that the place gets, 0 to 1. */
  double share() {
    frames++;
    if (failed > PATIENT_LOOKS && state != State.CERTAIN && frames % SELDOM != 0) {
      return 0;
    }
    double fading = unseen > UNSEEN_LOOKS ? 0 : 1.0 / (1 << unseen);
    return fading
        * switch (state) {
          case NOTHING, ONCE -> 0;
          case SQUARE -> FOR_A_SQUARE;
          case THREE -> FOR_THREE_SQUARES;
          case CERTAIN -> 1;
        };
  }

  /**
   * Something was seen that was not read.
   *
   * @param again whether it was seen in that place before
   * @param three whether three squares lie as in a code
   * @param certain whether a grid fitted what is known of codes
   */
  void unread(boolean again, boolean three, boolean certain) {
    failed = again ? failed + 1 : 0;
    unseen = 0;
    if (certain) {
      state = State.CERTAIN;
    } else if (three) {
      state = State.THREE;
    } else {
      state = again ? State.SQUARE : State.ONCE;
    }
  }

  /** It was read: there it will be in the next frame too. */
  void read() {
    state = State.CERTAIN;
    failed = 0;
    unseen = 0;
  }

  /** Nothing was seen in this frame. */
  void unseen() {
    unseen++;
  }

  /** Nothing is there any more. */
  void gone() {
    state = State.NOTHING;
    failed = 0;
  }
}
