package io.jinlin.e2e.bench.reader;

/** Plane to plane as a camera sees it: nine numbers, row by row. */
final class Homography {
  private Homography() {}

  static double[] map(double[] h, double... points) {
    double[] mapped = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      double x = points[i];
      double y = points[i + 1];
      double w = h[6] * x + h[7] * y + h[8];
      mapped[i] = (h[0] * x + h[1] * y + h[2]) / w;
      mapped[i + 1] = (h[3] * x + h[4] * y + h[5]) / w;
    }
    return mapped;
  }

  /** The way back; only its proportions count, so the determinant is left out. */
  static double[] inverse(double[] h) {
    return new double[] {
      h[4] * h[8] - h[5] * h[7],
      h[2] * h[7] - h[1] * h[8],
      h[1] * h[5] - h[2] * h[4],
      h[5] * h[6] - h[3] * h[8],
      h[0] * h[8] - h[2] * h[6],
      h[2] * h[3] - h[0] * h[5],
      h[3] * h[7] - h[4] * h[6],
      h[1] * h[6] - h[0] * h[7],
      h[0] * h[4] - h[1] * h[3]
    };
  }
}
