package io.jinlin.kiosk.reader;

import io.jinlin.kiosk.decode.Point;
import java.util.List;

/**
 * A code that was read in a frame.
 *
 * @param text what it holds
 * @param corners its four outer corners in pixels of the frame, from that beside which all three
 *     finder patterns meet, along the edge with the second, all round
 * @param strategy the way of looking that read it: a name for tables and logs
 */
public record FoundCode(String text, List<Point> corners, String strategy) {
  private static final int CORNERS = 4;

  public FoundCode {
    corners = List.copyOf(corners);
    if (corners.size() != CORNERS) {
      throw new IllegalArgumentException(corners.size() + " corners");
    }
  }

  /** The same in a picture that is so many times larger. */
  public FoundCode scaled(int factor) {
    return new FoundCode(
        text,
        corners.stream().map(p -> new Point(p.x() * factor, p.y() * factor)).toList(),
        strategy);
  }

  /** Mean of the corners, in pixels of the frame. */
  public double centreX() {
    return corners.stream().mapToDouble(Point::x).average().orElseThrow();
  }

  /** Mean of the corners, in pixels of the frame. */
  public double centreY() {
    return corners.stream().mapToDouble(Point::y).average().orElseThrow();
  }

  /** Mean length of its edges in pixels: how large it stands in the picture. */
  public double side() {
    double round = 0;
    for (int i = 0; i < CORNERS; i++) {
      round += corners.get(i).distance(corners.get((i + 1) % CORNERS));
    }
    return round / CORNERS;
  }
}
