package io.jinlin.kiosk.decode;

import java.util.List;

/**
 * Where the modules of a code stand in a picture: a perspective view through four control points,
 * and a bend for cards that are not flat.
 */
final class Grid {
  /** Numbers that say where the grid is: x and y of four control points, and four of the bend. */
  static final int PARAMETERS = 12;

  static final int BEND_FROM = 8;

  private final int dimension;
  private final double[] parameters;
  private final double[] controlU;
  private final double[] controlV;
  private final Homography view;
  private final boolean bent;
  private final double still;

  private Grid(int dimension, double[] parameters) {
    this.dimension = dimension;
    this.parameters = parameters;
    double near = 3.5;
    double far = dimension - 3.5;
    double fourth = fourth(dimension);
    controlU = new double[] {near, far, near, fourth};
    controlV = new double[] {near, near, far, fourth};
    double[] x = new double[4];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      x[i] = parameters[2 * i];
      y[i] = parameters[2 * i + 1];
    }
    view = Homography.of(controlU, controlV, x, y);
    boolean any = false;
    for (int i = BEND_FROM; i < PARAMETERS; i++) {
      any |= parameters[i] != 0;
    }
    bent = any;
    double middle = 1 - 7.0 / dimension;
    still = middle * middle;
  }

  /** Place of the fourth control point: the last alignment pattern, where there is one. */
  static double fourth(int dimension) {
    return dimension >= 25 ? dimension - 6.5 : dimension - 3.5;
  }

  /** A flat grid through the middles of the finder patterns and the fourth control point. */
  static Grid through(int dimension, Triple triple, Point fourth) {
    double[] parameters = new double[PARAMETERS];
    Point[] points = {
      triple.corner().centre(), triple.right().centre(), triple.below().centre(), fourth
    };
    for (int i = 0; i < 4; i++) {
      parameters[2 * i] = points[i].x();
      parameters[2 * i + 1] = points[i].y();
    }
    return new Grid(dimension, parameters);
  }

  /** The same with one number changed. */
  Grid moved(int parameter, double by) {
    double[] changed = parameters.clone();
    changed[parameter] += by;
    return new Grid(dimension, changed);
  }

  /** The same in a picture of another size. */
  Grid scaled(double factor) {
    double[] changed = parameters.clone();
    for (int i = 0; i < BEND_FROM; i++) {
      changed[i] *= factor;
    }
    return new Grid(dimension, changed);
  }

  int dimension() {
    return dimension;
  }

  boolean sound() {
    return view.valid() && view.sound(dimension);
  }

  double x(double u, double v) {
    return bent ? view.x(bentU(u, v), bentV(u, v)) : view.x(u, v);
  }

  double y(double u, double v) {
    return bent ? view.y(bentU(u, v), bentV(u, v)) : view.y(u, v);
  }

  private double bulge(double along) {
    double s = 2 * along / dimension - 1;
    return still - s * s;
  }

  private double bentU(double u, double v) {
    return u + parameters[BEND_FROM] * bulge(u) + parameters[BEND_FROM + 1] * bulge(v);
  }

  private double bentV(double u, double v) {
    return v + parameters[BEND_FROM + 2] * bulge(u) + parameters[BEND_FROM + 3] * bulge(v);
  }

  Point at(double u, double v) {
    return new Point(x(u, v), y(u, v));
  }

  /** The outer corners, all round. */
  List<Point> corners() {
    return List.of(at(0, 0), at(dimension, 0), at(dimension, dimension), at(0, dimension));
  }

  /** Mean side of a module in pixels. */
  double module() {
    List<Point> corners = corners();
    double round = 0;
    for (int i = 0; i < 4; i++) {
      round += corners.get(i).distance(corners.get((i + 1) % 4));
    }
    return round / 4 / dimension;
  }
}
