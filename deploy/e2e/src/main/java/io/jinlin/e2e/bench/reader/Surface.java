package io.jinlin.e2e.bench.reader;

/**
 * A card, flat or wrapped around a cylinder, before a pinhole camera: where on it each pixel looks.
 */
final class Surface {
  private static final double FLAT = 1e-7;

  private final Pose pose;
  private final double[] right = new double[3];
  private final double[] down = new double[3];
  private final double[] away = new double[3];
  private final double bend;
  private final double wave;
  private final double alongX;
  private final double alongY;
  private final double waveLength;

  /**
   * A surface.
   *
   * @param bend curvature in 1/mm, towards the camera; 0 for flat
   * @param wave height of waves across it, in millimetres; what is printed moves sideways by it
   */
  Surface(Pose pose, double bend, double wave, Lights lights) {
    this.pose = pose;
    this.bend = bend;
    this.wave = wave;
    this.waveLength = 12 + 300 * lights.glareLong();
    // Seldom along an edge of the code: bottles are turned in the hand.
    double angle = lights.shadowAngle();
    alongX = Math.cos(angle);
    alongY = Math.sin(angle);
    pose.axes(right, down, away);
  }

  /** The point seen through a pixel, in millimetres on the surface; not a number beside it. */
  void at(double x, double y, double[] found) {
    double ex = (x - pose.centreX()) / Pose.FOCAL;
    double ey = (y - pose.centreY()) / Pose.FOCAL;
    double d = pose.distance();
    // Ray and camera in the code's own axes.
    double rx = ex * right[0] + ey * right[1] + right[2];
    double ry = ex * down[0] + ey * down[1] + down[2];
    double rz = ex * away[0] + ey * away[1] + away[2];
    double ox = -d * right[2];
    double oy = -d * down[2];
    double oz = -d * away[2];
    if (bend < FLAT) {
      double t = -oz / rz;
      found[0] = ox + t * rx;
      found[1] = oy + t * ry;
    } else {
      cylinder(new double[] {ox, oy, oz}, new double[] {rx, ry, rz}, found);
    }
    if (wave > 0) {
      double u = found[0];
      double v = found[1];
      found[0] = u + wave * Math.sin((v * alongX + u * alongY) * 60 / waveLength + alongX);
      found[1] = v + wave * Math.sin((u * alongX - v * alongY) * 75 / waveLength + alongY);
    }
  }

  private void cylinder(double[] o, double[] r, double[] found) {
    double radius = 1 / bend;
    double ou = o[0] * alongX + o[1] * alongY;
    double ov = o[1] * alongX - o[0] * alongY;
    double ru = r[0] * alongX + r[1] * alongY;
    double rv = r[1] * alongX - r[0] * alongY;
    double oz = o[2] - radius;
    double a = ru * ru + r[2] * r[2];
    double b = ou * ru + oz * r[2];
    double c = ou * ou + oz * oz - radius * radius;
    double root = b * b - a * c;
    if (root < 0) {
      found[0] = Double.NaN;
      found[1] = Double.NaN;
      return;
    }
    double t = (-b - Math.sqrt(root)) / a;
    double along = radius * Math.atan2(ou + t * ru, -(oz + t * r[2]));
    double across = ov + t * rv;
    found[0] = along * alongX - across * alongY;
    found[1] = along * alongY + across * alongX;
  }
}
