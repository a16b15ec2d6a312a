package io.jinlin.kiosk.decode;

/**
 * A code on a surface that is not flat: a net of knots, each where its place on the code is seen,
 * and straight between them.
 */
final class Mesh implements Layout {
  /** From the edge to the middle of a finder pattern: there the outermost knots are, in modules. */
  static final double MARGIN = 3.5;

  /** About so many modules from knot to knot: a bend within is less than half a module. */
  private static final double USUAL_STEP = 5;

  private final int dimension;
  private final int knots;
  private final double step;
  private final double[] x;
  private final double[] y;

  /**
   * A net.
   *
   * @param x column of each knot in pixels, row by row
   * @param y row likewise
   */
  Mesh(int dimension, double[] x, double[] y) {
    this.dimension = dimension;
    this.knots = knots(dimension);
    this.step = step(dimension);
    this.x = x;
    this.y = y;
  }

  /** Knots along each side. */
  static int knots(int dimension) {
    return 1 + (int) Math.round((dimension - 2 * MARGIN) / USUAL_STEP);
  }

  /** From knot to knot, in modules. */
  static double step(int dimension) {
    return (dimension - 2 * MARGIN) / (knots(dimension) - 1);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public double x(double u, double v) {
    return between(x, u, v);
  }

  @Override
  public double y(double u, double v) {
    return between(y, u, v);
  }

  private double between(double[] values, double u, double v) {
    double across = (u - MARGIN) / step;
    double down = (v - MARGIN) / step;
    int column = Math.max(0, Math.min(knots - 2, (int) across));
    int row = Math.max(0, Math.min(knots - 2, (int) down));
    double s = across - column;
    double t = down - row;
    int at = row * knots + column;
    double upper = values[at] + s * (values[at + 1] - values[at]);
    double lower = values[at + knots] + s * (values[at + knots + 1] - values[at + knots]);
    return upper + t * (lower - upper);
  }

  @Override
  public boolean sound() {
    return true;
  }
}
