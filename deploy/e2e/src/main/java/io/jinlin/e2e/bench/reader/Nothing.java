package io.jinlin.e2e.bench.reader;

import io.jinlin.kiosk.reader.Frame;
import java.util.Random;

/** Frames without a code, some of them much like one. */
public final class Nothing {
  private static final int KINDS = 6;

  private Nothing() {}

  /** One frame; what kind it is goes by the seed. */
  public static Frame frame(long seed, int width, int height) {
    Random random = new Random(seed * 41 + 7);
    Gray picture = Backdrop.draw(width, height, random);
    switch ((int) Math.floorMod(seed, KINDS)) {
      case 0 -> {}
      case 1 -> cells(picture, random);
      case 2 -> stripes(picture, random);
      case 3 -> finders(picture, random);
      case 4 -> halftone(picture, random);
      default -> noise(picture, random);
    }
    return Sensor.expose(picture, 0.7 * random.nextDouble(), random);
  }

  /** An empty hall at a moment: nothing but the noise differs from moment to moment. */
  public static Frame hall(long seed, int moment) {
    Random random = new Random(seed * 43 + 11);
    Gray picture = Backdrop.draw(Pose.WIDTH, Pose.HEIGHT, random);
    return Sensor.expose(picture, 0.2, new Random(seed * 47 + moment));
  }

  /** Random dark and light cells: a code's inside without its frame. */
  private static void cells(Gray picture, Random random) {
    int cell = 3 + random.nextInt(10);
    int n = Math.min(15 + random.nextInt(30), picture.height() / cell - 1);
    int left = random.nextInt(picture.width() - n * cell);
    int top = random.nextInt(picture.height() - n * cell);
    for (int y = 0; y < n; y++) {
      for (int x = 0; x < n; x++) {
        fill(picture, left + x * cell, top + y * cell, cell, random.nextBoolean() ? 0.05f : 0.8f);
      }
    }
  }

  private static void stripes(Gray picture, Random random) {
    int x = random.nextInt(picture.width() / 2);
    while (x < picture.width() - 12) {
      int bar = 1 + random.nextInt(7);
      for (int y = picture.height() / 4; y < picture.height() / 2; y++) {
        for (int i = 0; i < bar; i++) {
          picture.light()[y * picture.width() + x + i] = 0.05f;
        }
      }
      x += bar + 1 + random.nextInt(7);
    }
  }

  /** Finder patterns, as of a code, over nothing. */
  private static void finders(Gray picture, Random random) {
    int cell = 2 + random.nextInt(6);
    int n = 25;
    int left = random.nextInt(picture.width() - n * cell);
    int top = random.nextInt(Math.max(1, picture.height() - n * cell));
    for (int corner = 0; corner < 3; corner++) {
      int x = left + (corner == 1 ? (n - 7) * cell : 0);
      int y = top + (corner == 2 ? (n - 7) * cell : 0);
      fill(picture, x - cell, y - cell, 9 * cell, 0.8f);
      fill(picture, x, y, 7 * cell, 0.05f);
      fill(picture, x + cell, y + cell, 5 * cell, 0.8f);
      fill(picture, x + 2 * cell, y + 2 * cell, 3 * cell, 0.05f);
    }
  }

  private static void halftone(Gray picture, Random random) {
    double pitch = 2.5 + 6 * random.nextDouble();
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        double screen =
            0.5 + 0.25 * (Math.cos(2 * Math.PI * x / pitch) + Math.cos(2 * Math.PI * y / pitch));
        int i = y * picture.width() + x;
        picture.light()[i] = screen > picture.light()[i] * 2 ? 0.05f : 0.8f;
      }
    }
  }

  private static void noise(Gray picture, Random random) {
    for (int i = 0; i < picture.light().length; i++) {
      picture.light()[i] = random.nextFloat();
    }
    Blur.soft(
        picture, new Region(0, 0, picture.width(), picture.height()), 1 + 3 * random.nextDouble());
    for (int i = 0; i < picture.light().length; i++) {
      picture.light()[i] = picture.light()[i] > 0.5f ? 0.8f : 0.05f;
    }
  }

  private static void fill(Gray picture, int left, int top, int side, float light) {
    for (int y = Math.max(0, top); y < Math.min(picture.height(), top + side); y++) {
      for (int x = Math.max(0, left); x < Math.min(picture.width(), left + side); x++) {
        picture.light()[y * picture.width() + x] = light;
      }
    }
  }
}
