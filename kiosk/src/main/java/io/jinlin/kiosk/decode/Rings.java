package io.jinlin.kiosk.decode;

import java.util.Optional;

/**
 * Measures the rings of a finder pattern. From the middle, rays go out all round and note where the
 * picture turns light, dark and light again: at 3, 5 and 7 half modules. Blur moves the first and
 * third of these edges one way and the second the other, so sums of neighbours are free of it. A
 * parallelogram is fitted to what the rays met, which says how the pattern is turned and tilted.
 */
final class Rings {
  private static final int RAYS = 32;
  private static final double STEP = 0.5;

  /** Rays that must meet rings in the right proportion. */
  private static final int MIN_GOOD = RAYS * 5 / 8;

  /** Largest mean distance between the rays' points and the parallelogram, in half modules. */
  private static final double MAX_MISFIT = 0.22;

  /**
   * The points were drawn towards the start of the rays by 4 and by 6; so was the way from there to
   * the true middle.
   */
  private static final double SHIFT = 4.8;

  private static final int FIT_ROUNDS = 6;
  private static final double[] COS = new double[RAYS];
  private static final double[] SIN = new double[RAYS];

  static {
    for (int i = 0; i < RAYS; i++) {
      COS[i] = Math.cos(2 * Math.PI * i / RAYS);
      SIN[i] = Math.sin(2 * Math.PI * i / RAYS);
    }
  }

  private final Bits bits;
  private final double[] px = new double[2 * RAYS];
  private final double[] py = new double[2 * RAYS];
  private int points;
  private int good;
  // Rows of the map from pixels to half modules, and the place of the middle in it.
  private double m00;
  private double m01;
  private double m10;
  private double m11;
  private double shift0;
  private double shift1;

  private Rings(Bits bits) {
    this.bits = bits;
  }

  /** The pattern around a place; empty when there is none. */
  static Optional<Finder> measure(Bits bits, double x, double y, double width, boolean light) {
    Rings rings = new Rings(bits);
    double cx = x;
    double cy = y;
    for (int round = 0; round < 2; round++) {
      rings.cast(cx, cy, 3 * width);
      if (rings.good < MIN_GOOD || !rings.fit()) {
        return Optional.empty();
      }
      double det = rings.m00 * rings.m11 - rings.m01 * rings.m10;
      cx += SHIFT * (rings.shift0 * rings.m11 - rings.shift1 * rings.m01) / det;
      cy += SHIFT * (rings.shift1 * rings.m00 - rings.shift0 * rings.m10) / det;
    }
    double misfit = rings.misfit();
    if (misfit > MAX_MISFIT) {
      return Optional.empty();
    }
    double det = rings.m00 * rings.m11 - rings.m01 * rings.m10;
    Finder finder =
        new Finder(
            new Point(cx, cy),
            2 * rings.m11 / det,
            -2 * rings.m10 / det,
            -2 * rings.m01 / det,
            2 * rings.m00 / det,
            misfit / 2,
            light);
    return Optional.of(finder).filter(Rings::plausible);
  }

  /** A tilt of 75° makes a square four times as long as wide; no camera sees more. */
  private static boolean plausible(Finder finder) {
    double a = Math.hypot(finder.ax(), finder.ay());
    double b = Math.hypot(finder.bx(), finder.by());
    double sine = Math.abs(finder.ax() * finder.by() - finder.ay() * finder.bx()) / (a * b);
    return a < 4.5 * b && b < 4.5 * a && sine > 0.25;
  }

  private void cast(double cx, double cy, double limit) {
    points = 0;
    good = 0;
    for (int i = 0; i < RAYS; i++) {
      double first = edge(cx, cy, i, 0, 1, limit);
      double second = first < 0 ? -1 : edge(cx, cy, i, first, 0, limit);
      if (second < 0) {
        continue;
      }
      double third = edge(cx, cy, i, second, 1, limit);
      // Ideal: first 3, second 5, third 7 half modules.
      double half = (first + second) / 8;
      boolean inner = second - first > 0.6 * half && first > 1.4 * half;
      boolean outer =
          third > 0 && third - second > 0.5 * half && third - second < 3.8 * half && inner;
      if (outer) {
        good++;
        add(i, half);
        add(i, (second + third) / 12);
      } else if (inner) {
        add(i, half);
      }
    }
  }

  private void add(int ray, double radius) {
    px[points] = COS[ray] * radius;
    py[points++] = SIN[ray] * radius;
  }

  /** Where the value ends along a ray, or a negative number when it does not. */
  private double edge(double cx, double cy, int ray, double from, int value, double limit) {
    for (double r = from + STEP / 2; r < limit; r += STEP) {
      int x = (int) Math.floor(cx + COS[ray] * r);
      int y = (int) Math.floor(cy + SIN[ray] * r);
      if (x < 0 || y < 0 || x >= bits.width() || y >= bits.height()) {
        // Beyond the picture all is paper: some codes are cut at their outermost modules.
        return value == 1 ? r - STEP / 2 : -1;
      }
      if (bits.dark()[y * bits.width() + x] != value) {
        return r - STEP / 2;
      }
    }
    return -1;
  }

  /** Fits the parallelogram; false when the points do not hold one. */
  private boolean fit() {
    if (!guess()) {
      return false;
    }
    for (int round = 0; round < FIT_ROUNDS; round++) {
      if (!sides()) {
        return false;
      }
    }
    return true;
  }

  /** Makes the points as wide as high, then finds the corners by the fourth harmonic. */
  private boolean guess() {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < points; i++) {
      xx += px[i] * px[i];
      xy += px[i] * py[i];
      yy += py[i] * py[i];
    }
    double det = xx * yy - xy * xy;
    if (points < MIN_GOOD || det <= 1e-9 * xx * yy) {
      return false;
    }
    // Cholesky of the inverse covariance.
    double l00 = Math.sqrt(yy / det);
    double l10 = -xy / det / l00;
    double l11 = Math.sqrt(Math.max(1e-12, xx / det - l10 * l10));
    double re = 0;
    double im = 0;
    double mean = 0;
    for (int i = 0; i < points; i++) {
      double u = l00 * px[i] + l10 * py[i];
      double v = l11 * py[i];
      double radius = Math.hypot(u, v);
      double angle = 4 * Math.atan2(v, u);
      re += radius * Math.cos(angle);
      im += radius * Math.sin(angle);
      mean += radius;
    }
    double corner = Math.atan2(im, re) / 4;
    double normal = corner + Math.PI / 4;
    // The mean distance of a square's border from its middle is 1.12 times half its side.
    double scale = 1.12 * points / mean;
    double c = Math.cos(normal) * scale;
    double s = Math.sin(normal) * scale;
    m00 = c * l00;
    m01 = c * l10 + s * l11;
    m10 = -s * l00;
    m11 = -s * l10 + c * l11;
    shift0 = 0;
    shift1 = 0;
    return true;
  }

  /** One round: each point goes to the side it is nearest, each pair of sides is fitted anew. */
  private boolean sides() {
    double[] first = new double[9];
    double[] second = new double[9];
    for (int i = 0; i < points; i++) {
      double u = m00 * px[i] + m01 * py[i] - shift0;
      double v = m10 * px[i] + m11 * py[i] - shift1;
      boolean toFirst = Math.abs(u) > Math.abs(v);
      double off = Math.max(Math.abs(u), Math.abs(v)) - 1;
      if (Math.abs(off) < 0.6) {
        gather(toFirst ? first : second, px[i], py[i], Math.signum(toFirst ? u : v));
      }
    }
    double[] one = solve(first);
    double[] two = solve(second);
    if (one.length == 0 || two.length == 0) {
      return false;
    }
    m00 = one[0];
    m01 = one[1];
    shift0 = one[2];
    m10 = two[0];
    m11 = two[1];
    shift1 = two[2];
    return Math.abs(m00 * m11 - m01 * m10) > 1e-9;
  }

  private static void gather(double[] sums, double x, double y, double sign) {
    sums[0] += x * x;
    sums[1] += x * y;
    sums[2] += y * y;
    sums[3] -= x;
    sums[4] -= y;
    sums[5] += 1;
    sums[6] += x * sign;
    sums[7] += y * sign;
    sums[8] -= sign;
  }

  /** Least squares for n·p − b = ±1: n and b. */
  private static double[] solve(double[] s) {
    double[][] rows = {
      {s[0], s[1], s[3], s[6]}, {s[1], s[2], s[4], s[7]}, {s[3], s[4], s[5], s[8]}
    };
    return Linear.solve(rows);
  }

  private double misfit() {
    double sum = 0;
    for (int i = 0; i < points; i++) {
      double u = Math.abs(m00 * px[i] + m01 * py[i] - shift0);
      double v = Math.abs(m10 * px[i] + m11 * py[i] - shift1);
      sum += Math.abs(Math.max(u, v) - 1);
    }
    return sum / points;
  }
}
