package io.jinlin.e2e.bench.reader;

/**
 * How the code's plane stands before a pinhole camera. Points of the plane are in millimetres from
 * the code's middle.
 *
 * @param centreX of the code in the picture, in pixels
 * @param centreY likewise
 * @param distance of the code's middle, in millimetres
 * @param roll in the plane, in radians
 * @param tilt away from facing the camera, in radians
 * @param axis about which it is tilted, in radians from the picture's rows
 */
record Pose(
    double centreX, double centreY, double distance, double roll, double tilt, double axis) {
  /** Focal length in pixels: 65° across 1280. */
  static final double FOCAL = 1_000;

  static final int WIDTH = 1_280;
  static final int HEIGHT = 720;

  /** Distance at which so many millimetres are so many pixels. */
  static double distance(double millimetres, double pixels) {
    return FOCAL * millimetres / pixels;
  }

  /** From the plane to the picture: nine numbers, row by row. */
  double[] toPicture() {
    double c = Math.cos(tilt);
    double s = Math.sin(tilt);
    double ax = Math.cos(axis);
    double ay = Math.sin(axis);
    // Rodrigues about (ax, ay, 0); only its first two columns meet a plane at z = 0.
    double[] tilted = {
      c + ax * ax * (1 - c),
      ax * ay * (1 - c),
      ax * ay * (1 - c),
      c + ay * ay * (1 - c),
      -ay * s,
      ax * s
    };
    double cr = Math.cos(roll);
    double sr = Math.sin(roll);
    double[] x = {tilted[0] * cr + tilted[1] * sr, -tilted[0] * sr + tilted[1] * cr};
    double[] y = {tilted[2] * cr + tilted[3] * sr, -tilted[2] * sr + tilted[3] * cr};
    double[] z = {tilted[4] * cr + tilted[5] * sr, -tilted[4] * sr + tilted[5] * cr};
    double[] h = new double[9];
    for (int k = 0; k < 2; k++) {
      h[k] = FOCAL * x[k] + centreX * z[k];
      h[3 + k] = FOCAL * y[k] + centreY * z[k];
      h[6 + k] = z[k];
    }
    h[2] = centreX * distance;
    h[5] = centreY * distance;
    h[8] = distance;
    return h;
  }

  /** Where points of the plane (x, y, x, y …) are in the picture. */
  double[] project(double... points) {
    return Homography.map(toPicture(), points);
  }

  /** The same pose turned and moved a little; millimetres at the code, and radians. */
  Pose moved(double right, double down, double nearer, double roll, double tilt) {
    double pixels = FOCAL / distance;
    return new Pose(
        centreX + right * pixels,
        centreY + down * pixels,
        distance - nearer,
        this.roll + roll,
        this.tilt + tilt,
        axis);
  }
}
