package io.jinlin.kiosk.watch;

import io.jinlin.kiosk.decode.Point;
import java.util.List;

/**
 * Something like a code that was seen in a frame, read or not.
 *
 * @param outline its corners in pixels of the frame, all round
 * @param module side of one of its modules, in pixels
 * @param whole whether it lies inside the frame, with a margin
 * @param contrast between its dark and light, in grey values
 * @param clipped part of it that is as bright as the camera can tell, 0 to 1
 * @param edge width of its sharpest edges, in pixels: 1 is as sharp as can be
 */
public record Near(
    List<Point> outline,
    double module,
    boolean whole,
    double contrast,
    double clipped,
    double edge) {
  /** Fewer pixels a module than this are too few. */
  static final double SMALL_MODULE = 2.2;

  /** More of a code than this is not white by itself. */
  static final double MUCH_CLIPPED = 0.5;

  static final double LITTLE_CONTRAST = 42;

  public Near {
    outline = List.copyOf(outline);
  }

  /** What would help, the cause before the symptom: of a cut-off code nothing else can be said. */
  Hint advice() {
    if (!whole) {
      return Hint.FARTHER;
    }
    if (clipped > MUCH_CLIPPED) {
      return Hint.TOO_BRIGHT;
    }
    if (contrast < LITTLE_CONTRAST) {
      return Hint.SCREEN_UP;
    }
    return module < SMALL_MODULE ? Hint.CLOSER : Hint.STEADY;
  }
}
