package io.jinlin.kiosk.decode;

import java.util.List;

/** Guesses where a code's fourth control point stands, from its three finder patterns. */
final class FourthPoint {
  private static final int POINTS_A_FINDER = 5;

  private FourthPoint() {}

  /** From a view without and from one with perspective, and between them. */
  static List<Point> guesses(Triple triple, int dimension) {
    Point flat = flat(triple, dimension);
    Homography view = perspective(triple, dimension);
    if (!view.valid() || !view.sound(dimension)) {
      return List.of(flat);
    }
    double fourth = Grid.fourth(dimension);
    Point tilted = view.at(fourth, fourth);
    return List.of(
        flat, tilted, new Point((flat.x() + tilted.x()) / 2, (flat.y() + tilted.y()) / 2));
  }

  private static Point flat(Triple triple, int dimension) {
    Point corner = triple.corner().centre();
    Point right = triple.right().centre();
    Point below = triple.below().centre();
    double part = (Grid.fourth(dimension) - 3.5) / (dimension - 7);
    return new Point(
        corner.x() + part * (right.x() + below.x() - 2 * corner.x()),
        corner.y() + part * (right.y() + below.y() - 2 * corner.y()));
  }

  /** Fitted to the middles and the corners of the three patterns. */
  private static Homography perspective(Triple triple, int dimension) {
    int count = 3 * POINTS_A_FINDER;
    double[] u = new double[count];
    double[] v = new double[count];
    double[] x = new double[count];
    double[] y = new double[count];
    double far = dimension - 3.5;
    List<Finder> finders = triple.finders();
    List<double[]> allAxes = axes(triple);
    double[] middleU = {3.5, far, 3.5};
    double[] middleV = {3.5, 3.5, far};
    for (int i = 0; i < finders.size(); i++) {
      double[] axes = allAxes.get(i);
      int at = i * POINTS_A_FINDER;
      for (int k = 0; k < POINTS_A_FINDER; k++) {
        double du = k == 0 ? 0 : k % 2 == 0 ? 3.5 : -3.5;
        double dv = k == 0 ? 0 : k > 2 ? 3.5 : -3.5;
        u[at + k] = middleU[i] + du;
        v[at + k] = middleV[i] + dv;
        x[at + k] = finders.get(i).centre().x() + du * axes[0] + dv * axes[2];
        y[at + k] = finders.get(i).centre().y() + du * axes[1] + dv * axes[3];
      }
    }
    return Homography.fit(u, v, x, y, count);
  }

  /**
   * Of each pattern, in pixels: one module to the right (x, y) and one down (x, y) as the code's
   * columns and rows run.
   */
  static List<double[]> axes(Triple triple) {
    Point corner = triple.corner().centre();
    Point alongU = minus(triple.right().centre(), corner);
    Point alongV = minus(triple.below().centre(), corner);
    return triple.finders().stream().map(finder -> axes(finder, alongU, alongV)).toList();
  }

  private static Point minus(Point a, Point b) {
    return new Point(a.x() - b.x(), a.y() - b.y());
  }

  /** The pattern's own module steps, named and signed as the code's columns and rows run. */
  private static double[] axes(Finder finder, Point alongU, Point alongV) {
    Point origin = finder.centre();
    Point toU = new Point(origin.x() + alongU.x(), origin.y() + alongU.y());
    Point toV = new Point(origin.x() + alongV.x(), origin.y() + alongV.y());
    boolean firstIsU =
        Math.abs(finder.along(toU)) * Math.abs(finder.across(toV))
            > Math.abs(finder.across(toU)) * Math.abs(finder.along(toV));
    double[] first = {finder.ax(), finder.ay()};
    double[] second = {finder.bx(), finder.by()};
    double[] columns = firstIsU ? first : second;
    double[] rows = firstIsU ? second : first;
    double signU = Math.signum(firstIsU ? finder.along(toU) : finder.across(toU));
    double signV = Math.signum(firstIsU ? finder.across(toV) : finder.along(toV));
    return new double[] {signU * columns[0], signU * columns[1], signV * rows[0], signV * rows[1]};
  }
}
