package io.jinlin.e2e.bench.reader;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A hall behind the hand: walls, people, notices, windows, tiles. */
final class Backdrop {
  private static final int SHAPES = 26;

  private Backdrop() {}

  static Gray draw(int width, int height, Random random) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setPaint(
        new GradientPaint(0, 0, grey(random, 60, 220), width, height, grey(random, 20, 160)));
    pen.fillRect(0, 0, width, height);
    for (int i = 0; i < SHAPES; i++) {
      shape(pen, width, height, random);
    }
    pen.dispose();
    return light(image, random);
  }

  private static void shape(Graphics2D pen, int width, int height, Random random) {
    int x = random.nextInt(width);
    int y = random.nextInt(height);
    int w = 20 + random.nextInt(width / 4);
    int h = 20 + random.nextInt(height / 3);
    pen.setColor(grey(random, 5, 250));
    switch (random.nextInt(6)) {
      case 0 -> pen.fillRect(x, y, w, h);
      case 1 -> pen.fillOval(x, y, w, h);
      case 2 -> {
        pen.fillRect(x, y, w, h);
        pen.setColor(grey(random, 5, 250));
        print(pen, x, y, w, h, random);
      }
      case 3 -> tiles(pen, x, y, 4 + random.nextInt(26), random);
      case 4 -> {
        pen.setStroke(new BasicStroke(1 + random.nextInt(9)));
        pen.drawLine(x, y, random.nextInt(width), random.nextInt(height));
      }
      default -> {
        pen.fillRect(x, y, w / 2, w / 2);
        pen.setColor(grey(random, 5, 250));
        pen.fillRect(x + w / 8, y + w / 8, w / 4, w / 4);
      }
    }
  }

  /** Lines of small marks, as a notice seen from afar. */
  private static void print(Graphics2D pen, int x, int y, int w, int h, Random random) {
    int size = 4 + random.nextInt(10);
    for (int row = y + size; row < y + h - size; row += 2 * size) {
      for (int column = x + size; column < x + w - size; column += size) {
        if (random.nextInt(4) > 0) {
          pen.fillRect(
              column,
              row + random.nextInt(1 + size / 3),
              1 + random.nextInt(size),
              1 + random.nextInt(size));
        }
      }
    }
  }

  private static void tiles(Graphics2D pen, int x, int y, int size, Random random) {
    int n = 4 + random.nextInt(12);
    for (int row = 0; row < n; row++) {
      for (int column = row % 2; column < n; column += 2) {
        pen.fillRect(x + column * size, y + row * size, size, size);
      }
    }
  }

  private static Color grey(Random random, int from, int to) {
    int value = from + random.nextInt(to - from);
    return new Color(value, value, value);
  }

  private static Gray light(BufferedImage image, Random random) {
    Gray gray = new Gray(image.getWidth(), image.getHeight());
    int[] values =
        image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
    float most = 0.45f + 0.4f * random.nextFloat();
    for (int i = 0; i < values.length; i++) {
      float value = values[i] / 255f;
      gray.light()[i] = most * value * value;
    }
    Blur.soft(gray, new Region(0, 0, gray.width(), gray.height()), 0.6 + 2.5 * random.nextDouble());
    return gray;
  }
}
