package io.jinlin.kiosk.decode;

import java.util.Comparator;
import java.util.List;

/**
 * A finder pattern, seen as the parallelogram that a square becomes when a camera looks at it from
 * the side.
 *
 * @param centre its middle
 * @param ax step of one module along one pair of its edges, x part in pixels
 * @param ay y part
 * @param bx step of one module along the other pair, x part in pixels
 * @param by y part
 * @param misfit how far its rings are from three concentric parallelograms, in modules; 0 is
 *     perfect
 * @param light whether it is light on dark
 */
record Finder(
    Point centre, double ax, double ay, double bx, double by, double misfit, boolean light) {
  /** Those that look most like finder patterns, at most so many, the best first. */
  static List<Finder> best(List<Finder> finders, int most) {
    return finders.stream().sorted(Comparator.comparingDouble(Finder::misfit)).limit(most).toList();
  }

  /** Side of one module in pixels: the root of its area. */
  double module() {
    return Math.sqrt(Math.abs(ax * by - ay * bx));
  }

  /** The way to a point in this pattern's own modules, along the first pair of edges. */
  double along(Point to) {
    return ((to.x() - centre.x()) * by - (to.y() - centre.y()) * bx) / (ax * by - ay * bx);
  }

  /** The same along the second pair. */
  double across(Point to) {
    return ((to.y() - centre.y()) * ax - (to.x() - centre.x()) * ay) / (ax * by - ay * bx);
  }

  /** The point that lies so many modules from the middle. */
  Point at(double alongModules, double acrossModules) {
    return new Point(
        centre.x() + alongModules * ax + acrossModules * bx,
        centre.y() + alongModules * ay + acrossModules * by);
  }

  Finder scaled(double factor) {
    return new Finder(
        new Point(centre.x() * factor, centre.y() * factor),
        ax * factor,
        ay * factor,
        bx * factor,
        by * factor,
        misfit,
        light);
  }

  /** The same so many modules away, as if the code were seen from straight above. */
  Finder moved(double alongModules, double acrossModules) {
    return new Finder(at(alongModules, acrossModules), ax, ay, bx, by, misfit, light);
  }

  Finder withMisfit(double changed) {
    return new Finder(centre, ax, ay, bx, by, changed, light);
  }

  /** Whether another sight of a pattern is of this one. */
  boolean sameAs(Finder other) {
    double size = Math.min(module(), other.module());
    return light == other.light
        && centre.distance(other.centre) < 2 * size
        && Math.max(module(), other.module()) < 1.6 * size;
  }
}
