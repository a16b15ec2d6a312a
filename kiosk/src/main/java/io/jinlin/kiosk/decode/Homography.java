package io.jinlin.kiosk.decode;

/** The perspective view of a plane: from modules of a code to pixels of a picture. */
final class Homography {
  private final double[] m;

  private Homography(double[] m) {
    this.m = m;
  }

  /**
   * The view that takes four points to four points.
   *
   * @return a view; some degenerate points give one whose places are not finite
   */
  static Homography of(double[] u, double[] v, double[] x, double[] y) {
    double[][] rows = new double[8][];
    for (int i = 0; i < 4; i++) {
      rows[2 * i] = new double[] {u[i], v[i], 1, 0, 0, 0, -u[i] * x[i], -v[i] * x[i], x[i]};
      rows[2 * i + 1] = new double[] {0, 0, 0, u[i], v[i], 1, -u[i] * y[i], -v[i] * y[i], y[i]};
    }
    return of(Linear.solve(rows));
  }

  /** The view that takes points nearest to points: least squares over four or more. */
  static Homography fit(double[] u, double[] v, double[] x, double[] y, int count) {
    double[][] normal = new double[8][9];
    for (int i = 0; i < count; i++) {
      accumulate(normal, new double[] {u[i], v[i], 1, 0, 0, 0, -u[i] * x[i], -v[i] * x[i], x[i]});
      accumulate(normal, new double[] {0, 0, 0, u[i], v[i], 1, -u[i] * y[i], -v[i] * y[i], y[i]});
    }
    return of(Linear.solve(normal));
  }

  private static void accumulate(double[][] normal, double[] row) {
    for (int i = 0; i < 8; i++) {
      for (int k = 0; k < 9; k++) {
        normal[i][k] += row[i] * row[k];
      }
    }
  }

  private static Homography of(double[] solved) {
    double[] m = new double[9];
    if (solved.length == 8) {
      System.arraycopy(solved, 0, m, 0, 8);
      m[8] = 1;
    }
    return new Homography(m);
  }

  /** Whether the points determined it. */
  boolean valid() {
    return m[8] != 0;
  }

  double x(double u, double v) {
    return (m[0] * u + m[1] * v + m[2]) / (m[6] * u + m[7] * v + m[8]);
  }

  double y(double u, double v) {
    return (m[3] * u + m[4] * v + m[5]) / (m[6] * u + m[7] * v + m[8]);
  }

  Point at(double u, double v) {
    return new Point(x(u, v), y(u, v));
  }

  /** Whether a square from (0, 0) to (size, size) lies wholly before the camera. */
  boolean sound(double size) {
    double at00 = m[8];
    double at10 = m[6] * size + m[8];
    double at01 = m[7] * size + m[8];
    double at11 = (m[6] + m[7]) * size + m[8];
    return at00 > 0.05 && at10 > 0.05 && at01 > 0.05 && at11 > 0.05;
  }
}
