package io.jinlin.e2e.bench.reader;

/** One moment in front of the camera, before its sensor. */
final class Scene {
  /** Motion of up to so many modules at full strength. */
  private static final double MOTION_MODULES = 2.2;

  private static final double DEFOCUS_MODULES = 1.05;

  /** Angle across the code around a cylinder. */
  private static final double MAX_CURVE = Math.toRadians(110);

  private static final double CRUMPLE_MODULES = 0.9;

  private final Artwork art;
  private final Pose pose;
  private final Faults faults;
  private final Lights lights;

  Scene(Artwork art, Pose pose, Faults faults, Lights lights) {
    this.art = art;
    this.pose = pose;
    this.faults = faults;
    this.lights = lights;
  }

  /** Side of the code's modules, in pixels, as if it faced the camera. */
  private double module() {
    return art.codeSide() * Pose.FOCAL / pose.distance() / art.modules();
  }

  /**
   * The light that reaches the sensor.
   *
   * @param moved pixels moved while exposed, besides the fault: from the hand's own shake
   */
  Gray light(Gray backdrop, double[] moved) {
    Gray picture = backdrop.copy();
    double[] outline = pose.project(art.outline());
    Region part = Region.around(outline, 2, picture.width(), picture.height());
    hold(picture, part);
    if (faults.has(Fault.GLARE)) {
      glare(picture, part);
    }
    if (faults.has(Fault.BLOOM)) {
      bloom(picture, part);
    }
    Blur.disc(picture, part, 0.35 + faults.of(Fault.DEFOCUS) * DEFOCUS_MODULES * module());
    double length = faults.of(Fault.MOTION) * MOTION_MODULES * module();
    Blur.motion(
        picture,
        part,
        moved[0] + length * Math.cos(lights.motionAngle()),
        moved[1] + length * Math.sin(lights.motionAngle()));
    if (faults.has(Fault.SHADOW)) {
      shadow(picture);
    }
    return picture;
  }

  /** The artwork in front of the backdrop, with four looks a pixel. */
  private void hold(Gray picture, Region part) {
    Surface surface = new Surface(pose, bend(), faults.of(Fault.CRUMPLED) * crumple(), lights);
    int level = art.level(pose.distance() / Pose.FOCAL / 2);
    double[] looks = {-0.25, -0.25, 0.25, -0.25, -0.25, 0.25, 0.25, 0.25};
    double[] at = new double[2];
    for (int y = part.top(); y < part.bottom(); y++) {
      for (int x = part.left(); x < part.right(); x++) {
        int i = y * picture.width() + x;
        float sum = 0;
        for (int look = 0; look < looks.length; look += 2) {
          surface.at(x + looks[look], y + looks[look + 1], at);
          float seen = art.at(at[0], at[1], level);
          sum += seen < 0 ? picture.light()[i] : seen;
        }
        picture.light()[i] =
            faults.has(Fault.MOIRE) ? sum / 4 * screen(surface, x, y, at) : sum / 4;
      }
    }
  }

  /** Curvature around a cylinder, 1/mm. */
  private double bend() {
    return faults.of(Fault.CURVED) * MAX_CURVE / art.codeSide();
  }

  /** Height of the waves of a paper, in millimetres. */
  private double crumple() {
    return CRUMPLE_MODULES * art.codeSide() / art.modules();
  }

  /** The screen's own pixels, taken at one point: that is what makes the pattern. */
  private float screen(Surface surface, double x, double y, double[] at) {
    surface.at(x, y, at);
    double columns = Math.cos(2 * Math.PI * at[0] / lights.pitch());
    double rows = Math.cos(2 * Math.PI * at[1] / lights.pitch() * 1.002);
    double depth = 0.2 + 0.75 * faults.of(Fault.MOIRE);
    return (float) (1 - depth * (0.5 + 0.3 * columns + 0.2 * rows));
  }

  private void glare(Gray picture, Region part) {
    double side = module() * art.modules();
    double[] middle =
        pose.project(lights.glareX() * art.codeSide(), lights.glareY() * art.codeSide());
    double sigma = side * (0.05 + 0.1 * faults.of(Fault.GLARE));
    double peak = 0.4 + 2.2 * faults.of(Fault.GLARE);
    double c = Math.cos(lights.motionAngle());
    double s = Math.sin(lights.motionAngle());
    for (int y = part.top(); y < part.bottom(); y++) {
      for (int x = part.left(); x < part.right(); x++) {
        double dx = (x - middle[0]) * c + (y - middle[1]) * s;
        double dy = (y - middle[1]) * c - (x - middle[0]) * s;
        double d = dx * dx / lights.glareLong() / lights.glareLong() + dy * dy;
        picture.light()[y * picture.width() + x] +=
            (float) (peak * Math.exp(-d / 2 / sigma / sigma));
      }
    }
  }

  private void bloom(Gray picture, Region part) {
    double strength = faults.of(Fault.BLOOM);
    float gain = (float) (1.3 + 2.2 * strength);
    for (int y = part.top(); y < part.bottom(); y++) {
      for (int x = part.left(); x < part.right(); x++) {
        picture.light()[y * picture.width() + x] *= gain;
      }
    }
    Gray halo = picture.copy();
    Blur.soft(halo, part, 0.6 + (0.35 + 0.75 * strength) * module());
    for (int y = part.top(); y < part.bottom(); y++) {
      for (int x = part.left(); x < part.right(); x++) {
        int i = y * picture.width() + x;
        picture.light()[i] = 0.65f * picture.light()[i] + 0.35f * halo.light()[i];
      }
    }
  }

  private void shadow(Gray picture) {
    double side = module() * art.modules();
    double[] middle = pose.project(0, 0);
    double left = 0.5 - 0.33 * faults.of(Fault.SHADOW);
    double nx = Math.cos(lights.shadowAngle());
    double ny = Math.sin(lights.shadowAngle());
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        double d = (x - middle[0]) * nx + (y - middle[1]) * ny - lights.shadowOffset() * side;
        double lit = 1 / (1 + Math.exp(-4 * d / (lights.shadowSoft() * side + 1)));
        picture.light()[y * picture.width() + x] *= (float) (left + (1 - left) * lit);
      }
    }
  }
}
