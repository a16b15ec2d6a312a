package io.jinlin.e2e.bench.reader;

import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What is held before the camera, flat: a printed card or a phone's screen, with the code.
 *
 * @param text that the code holds
 * @param levels the picture, each half the size of the one before
 * @param scale pixels of the first level a millimetre
 * @param originX the code's middle in the first level, in pixels
 * @param originY likewise
 * @param codeSide of the code without its quiet zone, in millimetres
 * @param modules on a side of the code
 */
record Artwork(
    String text,
    List<Gray> levels,
    double scale,
    double originX,
    double originY,
    double codeSide,
    int modules) {
  private static final int LEVELS = 5;
  private static final double CARD_SCALE = 10;
  private static final double CARD_CODE_MM = 25;
  private static final double PHONE_SCALE = 7;
  private static final double PHONE_CODE_MM = 42;

  /** A card of 85.6 × 54 mm: code at the left, lines of print at the right. */
  static Artwork card(String text, double wear, Random random) {
    BufferedImage image = new BufferedImage(856, 540, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = pen(image, random.nextInt(6) == 0 ? 0xd0 : 0xf4);
    pen.setColor(new Color(0x40, 0x40, 0x40));
    for (int line = 0; line < 4; line++) {
      for (int word = 0; word < 3; word++) {
        pen.fillRect(470 + word * 110, 130 + line * 85, 30 + random.nextInt(70), 22);
      }
    }
    pen.fillRect(0, 0, 856, 60);
    BitMatrix code = Texts.modules(text);
    draw(pen, code, 230, 300, CARD_CODE_MM * CARD_SCALE, false);
    pen.dispose();
    Gray print = light(image);
    if (wear > 0) {
      Wear.rub(print, new Region(80, 150, 380, 450), wear, random);
    }
    return new Artwork(text, levels(print), CARD_SCALE, 230, 300, CARD_CODE_MM, code.getWidth());
  }

  /** A phone of 72 × 150 mm: a page with the code in the middle. */
  static Artwork phone(String text, boolean inverted, Random random) {
    BufferedImage image = new BufferedImage(504, 1050, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = pen(image, 0x10);
    pen.setColor(inverted ? new Color(0x18, 0x18, 0x18) : Color.WHITE);
    pen.fillRect(20, 50, 464, 950);
    pen.setColor(inverted ? Color.LIGHT_GRAY : Color.DARK_GRAY);
    for (int line = 0; line < 5; line++) {
      pen.fillRect(60, 90 + 34 * line, 80 + random.nextInt(280), 14);
      pen.fillRect(60, 780 + 34 * line, 80 + random.nextInt(280), 14);
    }
    BitMatrix code = Texts.modules(text);
    draw(pen, code, 252, 520, PHONE_CODE_MM * PHONE_SCALE, inverted);
    pen.dispose();
    return new Artwork(
        text, levels(light(image)), PHONE_SCALE, 252, 520, PHONE_CODE_MM, code.getWidth());
  }

  static Graphics2D pen(BufferedImage image, int paper) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(paper, paper, paper));
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    return pen;
  }

  private static void draw(
      Graphics2D pen, BitMatrix code, int centreX, int centreY, double side, boolean inverted) {
    int n = code.getWidth();
    double module = side / n;
    int quiet = (int) (side / 2 + 4 * module);
    pen.setColor(inverted ? new Color(0x18, 0x18, 0x18) : Color.WHITE);
    pen.fillRect(centreX - quiet, centreY - quiet, 2 * quiet, 2 * quiet);
    pen.setColor(inverted ? Color.WHITE : new Color(0x10, 0x10, 0x10));
    for (int y = 0; y < n; y++) {
      for (int x = 0; x < n; x++) {
        if (code.get(x, y)) {
          int left = (int) Math.round(centreX - side / 2 + x * module);
          int top = (int) Math.round(centreY - side / 2 + y * module);
          int right = (int) Math.round(centreX - side / 2 + (x + 1) * module);
          int bottom = (int) Math.round(centreY - side / 2 + (y + 1) * module);
          pen.fillRect(left, top, right - left, bottom - top);
        }
      }
    }
  }

  /** White paper sends back 80 of 100, ink 5. */
  static Gray light(BufferedImage image) {
    Gray gray = new Gray(image.getWidth(), image.getHeight());
    int[] values =
        image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
    for (int i = 0; i < values.length; i++) {
      gray.light()[i] = 0.05f + 0.75f * values[i] / 255;
    }
    return gray;
  }

  static List<Gray> levels(Gray first) {
    List<Gray> levels = new ArrayList<>(List.of(first));
    while (levels.size() < LEVELS) {
      levels.add(levels.get(levels.size() - 1).halved());
    }
    return levels;
  }

  /** Corners in millimetres from the code's middle: x, y, from the upper left clockwise. */
  double[] outline() {
    double left = -originX / scale;
    double top = -originY / scale;
    double right = left + levels.get(0).width() / scale;
    double bottom = top + levels.get(0).height() / scale;
    return new double[] {left, top, right, top, right, bottom, left, bottom};
  }

  /** The code's own corners, likewise. */
  double[] code() {
    double h = codeSide / 2;
    return new double[] {-h, -h, h, -h, h, h, -h, h};
  }

  /** The light at a point in millimetres, or -1 outside; a finer level where it is seen large. */
  float at(double x, double y, int level) {
    double px = originX + x * scale;
    double py = originY + y * scale;
    Gray first = levels.get(0);
    // Not a number where a ray misses a cylinder.
    if (!(px >= 0 && py >= 0 && px < first.width() && py < first.height())) {
      return -1;
    }
    double shrink = 1 << level;
    return levels.get(level).at(px / shrink - 0.5, py / shrink - 0.5);
  }

  /** The level whose pixels are nearest to so many millimetres, but not larger. */
  int level(double millimetres) {
    int level = (int) Math.floor(Math.log(millimetres * scale) / Math.log(2));
    return Math.max(0, Math.min(LEVELS - 1, level));
  }
}
