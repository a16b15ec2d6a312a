package io.jinlin.kiosk.decode;

import java.util.List;

/** A flat code: a perspective view through four control points. */
final class Grid implements Layout {
  /** Numbers that say where the grid is: x and y of four control points. */
  static final int PARAMETERS = 8;

  private final int dimension;
  private final double[] parameters;
  private final double[] controlU;
  private final double[] controlV;
  private final Homography view;

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
    for (int i = 0; i < PARAMETERS; i++) {
      changed[i] *= factor;
    }
    return new Grid(dimension, changed);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public boolean sound() {
    return view.valid() && view.sound(dimension);
  }

  @Override
  public double x(double u, double v) {
    return view.x(u, v);
  }

  @Override
  public double y(double u, double v) {
    return view.y(u, v);
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
