package io.jinlin.e2e.bench.reader;

import com.google.zxing.common.BitMatrix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Codes as they are found on posters, packets, screens and tickets. */
final class Print {
  /** Of the picture of the print, in pixels. */
  private static final int SIDE = 1_000;

  /** Of the code without its quiet zone, in pixels and in millimetres. */
  private static final int CODE = 680;

  private static final double MILLIMETRES = 40;

  private final Style style;
  private final Random random;
  private final BitMatrix code;
  private final double module;
  private final double origin;
  private int paper;
  private int ink;

  private Print(Style style, BitMatrix code, Random random) {
    this.style = style;
    this.random = random;
    this.code = code;
    module = (double) CODE / code.getWidth();
    origin = (SIDE - CODE) / 2.0;
    paper = 0xff;
    ink = 0x10;
    if (style == Style.FAINT) {
      paper = 0x70 + random.nextInt(0x80);
      ink = paper - 0x20 - random.nextInt(0x28);
    } else if (style == Style.COLOURED) {
      paper = 0xa0 + random.nextInt(0x60);
      ink = 0x10 + random.nextInt(0x58);
    }
  }

  static Artwork draw(Style style, Random random) {
    String text = Texts.of(style, random);
    BitMatrix code = Texts.modules(text, style, random);
    Print print = new Print(style, code, random);
    BufferedImage image = print.image();
    return new Artwork(
        text,
        Artwork.levels(Artwork.light(image)),
        CODE / MILLIMETRES,
        SIDE / 2.0,
        SIDE / 2.0,
        MILLIMETRES,
        code.getWidth());
  }

  private BufferedImage image() {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = Artwork.pen(image, style == Style.BARE ? 0x28 + random.nextInt(0x60) : 0xe8);
    around(pen);
    double quiet = style == Style.BARE ? 0.4 * random.nextInt(3) * module : 4 * module;
    pen.setColor(grey(paper));
    pen.fill(square(origin - quiet, origin - quiet, CODE + 2 * quiet));
    if (style == Style.ART) {
      motif(pen);
    }
    pen.setColor(grey(ink));
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        boolean dark = code.get(style == Style.BEHIND ? code.getWidth() - 1 - x : x, y);
        if (dark) {
          module(pen, x, y);
        } else if (style == Style.ART) {
          light(pen, x, y);
        }
      }
    }
    if (style == Style.CIRCLES) {
      double far = origin + CODE - 7 * module;
      circles(pen, origin, origin);
      circles(pen, far, origin);
      circles(pen, origin, far);
    }
    damage(pen);
    pen.dispose();
    return image;
  }

  private static Color grey(int value) {
    return new Color(value, value, value);
  }

  private static Rectangle2D square(double x, double y, double side) {
    return new Rectangle2D.Double(x, y, side, side);
  }

  /** Lines of print about the code. */
  private void around(Graphics2D pen) {
    pen.setColor(grey(0x30 + random.nextInt(0x60)));
    for (int line = 0; line < 4; line++) {
      int y = line < 2 ? 20 + 45 * line : SIDE - 110 + 45 * (line - 2);
      for (int x = 40; x < SIDE - 80; x += 50 + random.nextInt(60)) {
        pen.fillRect(x, y, 20 + random.nextInt(30), 24);
      }
    }
  }

  private void module(Graphics2D pen, int column, int row) {
    double x = origin + column * module;
    double y = origin + row * module;
    boolean finder = isFinder(column, row);
    switch (style) {
      case DOTS -> {
        double share = finder ? 1 : 0.62 + 0.3 * random.nextInt(2);
        double off = (1 - share) / 2 * module;
        pen.fill(
            finder
                ? square(x, y, module)
                : new Ellipse2D.Double(x + off, y + off, share * module, share * module));
      }
      case ROUNDED ->
          pen.fill(new RoundRectangle2D.Double(x, y, module, module, 0.8 * module, 0.8 * module));
      case CIRCLES -> {
        if (!finder) {
          pen.fill(new Ellipse2D.Double(x, y, module, module));
        }
      }
      case ART ->
          pen.fill(
              finder
                  ? square(x, y, module + 0.02)
                  : square(x + module * 0.3, y + module * 0.3, module * 0.4));
      case GAPS -> pen.fill(square(x + 0.12 * module, y + 0.12 * module, 0.76 * module));
      default -> pen.fill(square(x, y, module + 0.02));
    }
  }

  private boolean isFinder(int column, int row) {
    return row < 8 && (column < 8 || column >= code.getWidth() - 8)
        || column < 8 && row >= code.getWidth() - 8;
  }

  /** A light module over the picture. */
  private void light(Graphics2D pen, int column, int row) {
    double x = origin + column * module;
    double y = origin + row * module;
    pen.setColor(grey(paper));
    pen.fill(
        isFinder(column, row)
            ? square(x, y, module)
            : square(x + module * 0.3, y + module * 0.3, module * 0.4));
    pen.setColor(grey(ink));
  }

  /** Cells of a picture, a third of a module each, dark and light by a few round shapes. */
  private void motif(Graphics2D pen) {
    double cell = module / 3;
    double[] shape = random.doubles(6).toArray();
    for (int y = 0; y < 3 * code.getHeight(); y++) {
      for (int x = 0; x < 3 * code.getWidth(); x++) {
        double wave =
            Math.sin(x / (8 + 20 * shape[0]) + 6 * shape[1])
                + Math.sin(y / (8 + 20 * shape[2]) + 6 * shape[3]);
        pen.setColor(grey(wave + 2 * (random.nextDouble() - 0.5) > 0 ? paper : ink));
        pen.fill(square(origin + x * cell, origin + y * cell, cell + 0.02));
      }
    }
  }

  /** Three rings instead of three squares. */
  private void circles(Graphics2D pen, double x, double y) {
    double[] sides = {7, 5, 3};
    for (int ring = 0; ring < sides.length; ring++) {
      double side = sides[ring] * module;
      double off = (7 * module - side) / 2;
      pen.setColor(grey(ring == 1 ? paper : ink));
      pen.fill(new Ellipse2D.Double(x + off, y + off, side, side));
    }
  }

  private void damage(Graphics2D pen) {
    switch (style) {
      case TORN -> tear(pen);
      case COVERED -> cover(pen);
      case SCRIBBLED -> scribble(pen);
      case LOGO -> {
        double side = CODE * (0.16 + 0.1 * random.nextDouble());
        pen.setColor(grey(random.nextInt(256)));
        pen.fill(new Ellipse2D.Double(SIDE / 2.0 - side / 2, SIDE / 2.0 - side / 2, side, side));
      }
      default -> {}
    }
  }

  /** A corner is gone along a ragged line. */
  private void tear(Graphics2D pen) {
    boolean left = random.nextBoolean();
    boolean top = random.nextBoolean();
    double reach = (SIDE - CODE) / 2.0 + CODE * (0.12 + 0.2 * random.nextDouble());
    double other = (SIDE - CODE) / 2.0 + CODE * (0.12 + 0.2 * random.nextDouble());
    Path2D path = new Path2D.Double();
    path.moveTo(0, 0);
    path.lineTo(2 * reach, 0);
    for (int i = 1; i < 8; i++) {
      double part = i / 8.0;
      double ragged = 30 * (random.nextDouble() - 0.5);
      path.lineTo(2 * reach * (1 - part) + ragged, 2 * other * part + ragged);
    }
    path.lineTo(0, 2 * other);
    path.closePath();
    if (!left) {
      path.transform(new java.awt.geom.AffineTransform(-1, 0, 0, 1, SIDE, 0));
    }
    if (!top) {
      path.transform(new java.awt.geom.AffineTransform(1, 0, 0, -1, 0, SIDE));
    }
    pen.setColor(grey(random.nextInt(200)));
    pen.fill(path);
  }

  private void cover(Graphics2D pen) {
    int which = random.nextInt(3);
    double far = SIDE - origin - 8 * module;
    double x = which == 1 ? far : origin - module;
    double y = which == 2 ? far : origin - module;
    double part = 0.55 + 0.45 * random.nextDouble();
    pen.setColor(grey(random.nextInt(256)));
    pen.fill(new Ellipse2D.Double(x, y, 9 * module * part, 9 * module));
  }

  private void scribble(Graphics2D pen) {
    pen.setColor(grey(random.nextBoolean() ? 0x18 : 0xe0));
    pen.setStroke(new BasicStroke((float) (module * (0.3 + 0.7 * random.nextDouble()))));
    Path2D path = new Path2D.Double();
    path.moveTo(place(), place());
    for (int i = 0; i < 3 + random.nextInt(4); i++) {
      path.curveTo(place(), place(), place(), place(), place(), place());
    }
    pen.draw(path);
    for (int i = random.nextInt(20); i > 0; i--) {
      double size = module * (0.5 + 2 * random.nextDouble());
      pen.fill(new Ellipse2D.Double(place(), place(), size, size));
    }
  }

  private double place() {
    return origin + CODE * random.nextDouble();
  }
}
