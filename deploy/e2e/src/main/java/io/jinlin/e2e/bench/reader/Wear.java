package io.jinlin.e2e.bench.reader;

import java.util.Random;

/** Years in a purse. */
final class Wear {
  private static final float PAPER = 0.8f;

  private Wear() {}

  /** Rubs and scratches the print inside a region; strength 0 to 1. */
  static void rub(Gray print, Region code, double strength, Random random) {
    for (int i = (int) (2 + 5 * strength); i > 0; i--) {
      patch(print, code, 0.3 + 0.6 * strength * random.nextDouble(), random);
    }
    for (int i = (int) (4 + 22 * strength); i > 0; i--) {
      line(print, code, 0.6 + random.nextDouble() * 2.2, PAPER * 0.85f, random);
    }
    if (random.nextDouble() < strength) {
      line(print, code, 4 + 6 * strength, PAPER * 0.95f, random);
    }
  }

  /** Ink gone from a round spot, most in its middle. */
  private static void patch(Gray print, Region code, double share, Random random) {
    double x = code.left() + random.nextDouble() * code.width();
    double y = code.top() + random.nextDouble() * code.height();
    double radius = code.width() * (0.05 + 0.14 * random.nextDouble());
    Region part = Region.around(new double[] {x, y}, 2 * radius, print.width(), print.height());
    for (int py = part.top(); py < part.bottom(); py++) {
      for (int px = part.left(); px < part.right(); px++) {
        double distance = Math.hypot(px - x, py - y) / radius;
        double gone = share * Math.exp(-distance * distance);
        int i = py * print.width() + px;
        print.light()[i] += (float) ((PAPER - print.light()[i]) * gone);
      }
    }
  }

  /** A straight scratch or crease across part of the code, in pixels of the print. */
  private static void line(Gray print, Region code, double wide, float light, Random random) {
    double x = code.left() + random.nextDouble() * code.width();
    double y = code.top() + random.nextDouble() * code.height();
    double angle = random.nextDouble() * Math.PI;
    double length = code.width() * (0.2 + 0.8 * random.nextDouble());
    double dx = Math.cos(angle);
    double dy = Math.sin(angle);
    double[] ends = {
      x - dx * length / 2, y - dy * length / 2, x + dx * length / 2, y + dy * length / 2
    };
    Region part = Region.around(ends, wide, print.width(), print.height());
    for (int py = part.top(); py < part.bottom(); py++) {
      for (int px = part.left(); px < part.right(); px++) {
        double along = (px - x) * dx + (py - y) * dy;
        double across = Math.abs((py - y) * dx - (px - x) * dy);
        if (Math.abs(along) <= length / 2 && across <= wide / 2 + 0.5) {
          double cover = Math.min(1, wide / 2 + 0.5 - across);
          int i = py * print.width() + px;
          print.light()[i] += (float) ((light - print.light()[i]) * 0.85 * cover);
        }
      }
    }
  }
}
