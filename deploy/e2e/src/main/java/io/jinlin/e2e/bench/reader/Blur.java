package io.jinlin.e2e.bench.reader;

/** What a lens and a movement do to a part of a picture. */
final class Blur {
  private Blur() {}

  /** Out of focus: every point becomes a disc of this radius in pixels. */
  static void disc(Gray picture, Region part, double radius) {
    int reach = (int) Math.ceil(radius);
    if (radius < 0.3 || part.isEmpty()) {
      return;
    }
    double[] half = new double[2 * reach + 1];
    double area = 0;
    for (int dy = -reach; dy <= reach; dy++) {
      double square = (radius + 0.5) * (radius + 0.5) - dy * dy;
      half[dy + reach] = square < 0.25 ? -1 : Math.sqrt(square) - 0.5;
      area += half[dy + reach] < 0 ? 0 : 2 * half[dy + reach] + 1;
    }
    int wide = picture.width() + 1;
    double[] sums = rowSums(picture, part, reach);
    for (int y = part.top(); y < part.bottom(); y++) {
      for (int x = part.left(); x < part.right(); x++) {
        double sum = 0;
        for (int dy = -reach; dy <= reach; dy++) {
          if (half[dy + reach] >= 0) {
            sum += run(sums, (y + dy - part.top() + reach) * wide, wide, x, half[dy + reach]);
          }
        }
        picture.light()[y * picture.width() + x] = (float) (sum / area);
      }
    }
  }

  /** Of each row the part's lines need: the sum of all before each pixel. */
  private static double[] rowSums(Gray picture, Region part, int reach) {
    int wide = picture.width() + 1;
    double[] sums = new double[(part.height() + 2 * reach) * wide];
    for (int row = 0; row < part.height() + 2 * reach; row++) {
      int y = Math.max(0, Math.min(picture.height() - 1, part.top() + row - reach));
      double sum = 0;
      for (int x = 0; x < picture.width(); x++) {
        sums[row * wide + x] = sum;
        sum += picture.light()[y * picture.width() + x];
      }
      sums[row * wide + wide - 1] = sum;
    }
    return sums;
  }

  /** The sum from x − half to x + half, the ends in part. */
  private static double run(double[] sums, int row, int wide, int x, double half) {
    int whole = (int) half;
    double wider = upTo(sums, row, wide, x + whole + 2) - upTo(sums, row, wide, x - whole - 1);
    double inner = upTo(sums, row, wide, x + whole + 1) - upTo(sums, row, wide, x - whole);
    return inner + (half - whole) * (wider - inner);
  }

  private static double upTo(double[] sums, int row, int wide, int x) {
    return sums[row + Math.max(0, Math.min(wide - 1, x))];
  }

  /** Moved evenly by (dx, dy) pixels while exposed. */
  static void motion(Gray picture, Region part, double dx, double dy) {
    double length = Math.hypot(dx, dy);
    if (length < 0.3 || part.isEmpty()) {
      return;
    }
    Gray source = picture.copy();
    int steps = (int) Math.ceil(length * 1.5) + 1;
    for (int y = part.top(); y < part.bottom(); y++) {
      for (int x = part.left(); x < part.right(); x++) {
        float sum = 0;
        for (int i = 0; i < steps; i++) {
          double share = (double) i / (steps - 1) - 0.5;
          sum += source.at(x + share * dx, y + share * dy);
        }
        picture.light()[y * picture.width() + x] = sum / steps;
      }
    }
  }

  /** A soft halo: three boxes one after another are nearly a bell of this width in pixels. */
  static void soft(Gray picture, Region part, double sigma) {
    int radius = (int) Math.max(1, Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
    for (int pass = 0; pass < 3; pass++) {
      boxes(picture, part, radius, true);
      boxes(picture, part, radius, false);
    }
  }

  private static void boxes(Gray picture, Region part, int radius, boolean rows) {
    int lines = rows ? part.height() : part.width();
    int length = rows ? part.width() : part.height();
    int step = rows ? 1 : picture.width();
    float[] line = new float[length];
    float[] light = picture.light();
    for (int i = 0; i < lines; i++) {
      int start =
          rows
              ? (part.top() + i) * picture.width() + part.left()
              : part.top() * picture.width() + part.left() + i;
      for (int k = 0; k < length; k++) {
        line[k] = light[start + k * step];
      }
      float sum = 0;
      for (int k = -radius; k <= radius; k++) {
        sum += line[Math.max(0, Math.min(length - 1, k))];
      }
      for (int k = 0; k < length; k++) {
        light[start + k * step] = sum / (2 * radius + 1);
        sum += line[Math.min(length - 1, k + radius + 1)] - line[Math.max(0, k - radius)];
      }
    }
  }
}
