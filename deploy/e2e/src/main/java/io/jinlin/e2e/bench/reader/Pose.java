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

  /**
   * The code's own axes in the camera's: its right, its down, and away from the camera through it.
   */
  void axes(double[] right, double[] down, double[] away) {
    double c = Math.cos(tilt);
    double s = Math.sin(tilt);
    double ax = Math.cos(axis);
    double ay = Math.sin(axis);
    // Rodrigues about (ax, ay, 0).
    double[] first = {c + ax * ax * (1 - c), ax * ay * (1 - c), -ay * s};
    double[] second = {ax * ay * (1 - c), c + ay * ay * (1 - c), ax * s};
    double[] third = {ay * s, -ax * s, c};
    for (int i = 0; i < 3; i++) {
      right[i] = first[i] * Math.cos(roll) + second[i] * Math.sin(roll);
      down[i] = second[i] * Math.cos(roll) - first[i] * Math.sin(roll);
      away[i] = third[i];
    }
  }

  /** From the plane to the picture: nine numbers, row by row. */
  double[] toPicture() {
    double[] right = new double[3];
    double[] down = new double[3];
    axes(right, down, new double[3]);
    return new double[] {
      FOCAL * right[0] + centreX * right[2],
      FOCAL * down[0] + centreX * down[2],
      centreX * distance,
      FOCAL * right[1] + centreY * right[2],
      FOCAL * down[1] + centreY * down[2],
      centreY * distance,
      right[2],
      down[2],
      distance
    };
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
