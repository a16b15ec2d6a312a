package io.jinlin.kiosk.decode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import java.util.Random;

/** Codes as a camera would see them: through any four corners, blurred, noisy, partly hidden. */
final class Shots {
  private static final int QUIET = 4;

  private Shots() {}

  static BitMatrix code(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.Q,
                  EncodeHintType.MARGIN,
                  0,
                  EncodeHintType.CHARACTER_SET,
                  "UTF-8"));
    } catch (WriterException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /** The code with its quiet zone on grey; its outer corners stand at (x, y), clockwise. */
  static GreyImage shot(BitMatrix code, int width, int height, double[] x, double[] y) {
    int d = code.getWidth();
    Homography back = Homography.of(x, y, new double[] {0, d, d, 0}, new double[] {0, 0, d, d});
    byte[] luma = new byte[width * height];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int sum = 0;
        for (int part = 0; part < 4; part++) {
          int across = part % 2;
          int down = part / 2;
          double px = column + 0.25 + across * 0.5;
          double py = row + 0.25 + down * 0.5;
          int u = (int) Math.floor(back.x(px, py));
          int v = (int) Math.floor(back.y(px, py));
          boolean paper = u >= -QUIET && v >= -QUIET && u < d + QUIET && v < d + QUIET;
          boolean ink = u >= 0 && v >= 0 && u < d && v < d && code.get(u, v);
          sum += ink ? 40 : paper ? 220 : 130;
        }
        luma[row * width + column] = (byte) (sum / 4);
      }
    }
    return new GreyImage(width, height, luma);
  }

  static GreyImage upright(BitMatrix code, int width, int height, double side) {
    double left = (width - side) / 2;
    double top = (height - side) / 2;
    return shot(
        code,
        width,
        height,
        new double[] {left, left + side, left + side, left},
        new double[] {top, top, top + side, top + side});
  }

  /** Around an upright cylinder seen from far away: so many radians from side to side. */
  static GreyImage round(BitMatrix code, int width, int height, double side, double radians) {
    GreyImage flat = upright(code, width, height, side);
    double radius = side / radians;
    byte[] luma = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double across = (x + 0.5 - width / 2.0) / radius;
        boolean beside = Math.abs(across) >= 1;
        double at = beside ? 0 : width / 2.0 + radius * Math.asin(across);
        // The far sides are lower: nobody holds a bottle upright.
        double down = beside ? 0 : y + 0.5 - 0.25 * radius * (1 - Math.sqrt(1 - across * across));
        luma[y * width + x] = beside ? (byte) 130 : (byte) Math.round(flat.sample(at, down));
      }
    }
    return new GreyImage(width, height, luma);
  }

  /** The mean of a disc. */
  static GreyImage defocused(GreyImage image, double radius) {
    int reach = (int) Math.ceil(radius);
    byte[] luma = new byte[image.luma().length];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int sum = 0;
        int count = 0;
        for (int dy = -reach; dy <= reach; dy++) {
          for (int dx = -reach; dx <= reach; dx++) {
            if (dx * dx + dy * dy <= radius * radius) {
              int column = Math.max(0, Math.min(image.width() - 1, x + dx));
              int row = Math.max(0, Math.min(image.height() - 1, y + dy));
              sum += image.at(column, row);
              count++;
            }
          }
        }
        luma[y * image.width() + x] = (byte) (sum / count);
      }
    }
    return new GreyImage(image.width(), image.height(), luma);
  }

  static GreyImage noisy(GreyImage image, double strength, long seed) {
    Random random = new Random(seed);
    byte[] luma = image.luma().clone();
    for (int i = 0; i < luma.length; i++) {
      double value = (luma[i] & 0xff) + strength * random.nextGaussian();
      luma[i] = (byte) Math.max(0, Math.min(255, value));
    }
    return new GreyImage(image.width(), image.height(), luma);
  }

  /** A glare: white from one place to another. */
  static GreyImage glare(GreyImage image, int left, int top, int right, int bottom) {
    byte[] luma = image.luma().clone();
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        luma[y * image.width() + x] = (byte) 255;
      }
    }
    return new GreyImage(image.width(), image.height(), luma);
  }

  static GreyImage negative(GreyImage image) {
    byte[] luma = image.luma().clone();
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) (255 - (luma[i] & 0xff));
    }
    return new GreyImage(image.width(), image.height(), luma);
  }

  /** No end within any test. */
  static Deadline far() {
    return Deadline.in(() -> 0, 1);
  }
}
