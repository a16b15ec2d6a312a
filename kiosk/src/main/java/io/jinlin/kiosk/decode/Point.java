package io.jinlin.kiosk.decode;

/**
 * A place in a picture. The middle of its first pixel is (0.5, 0.5).
 *
 * @param x in pixels from the left edge
 * @param y in pixels from the top edge
 */
public record Point(double x, double y) {
  /** The straight distance in pixels. */
  public double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
