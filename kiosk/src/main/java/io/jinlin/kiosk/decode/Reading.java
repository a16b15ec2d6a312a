package io.jinlin.kiosk.decode;

import java.util.List;

/**
 * A code that was read.
 *
 * @param text what it holds
 * @param corners its four outer corners in pixels of the picture, all round, from that at which the
 *     edges with finder patterns meet
 * @param strategy the way of looking that read it
 * @param agreement of the modules known beforehand with the picture, 0 to 1
 */
public record Reading(String text, List<Point> corners, String strategy, double agreement) {
  public Reading {
    corners = List.copyOf(corners);
  }

  /** The same with the look named before the strategy. */
  Reading by(String look) {
    return new Reading(text, corners, look + ":" + strategy, agreement);
  }
}
