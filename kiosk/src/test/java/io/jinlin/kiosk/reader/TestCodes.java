package io.jinlin.kiosk.reader;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.jinlin.contract.card.CardCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Codes and scenes as a camera would see them. */
public final class TestCodes {
  private static final int MODULE_PIXELS = 8;

  private TestCodes() {}

  /** The text of a card that is the same for the same seed. */
  public static String card(long seed) {
    return CardCode.random(new Random(seed)).text();
  }

  /** A QR code with its quiet zone, black on white. */
  public static BufferedImage qr(String text) {
    try {
      BitMatrix bits =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q));
      int side = bits.getWidth() * MODULE_PIXELS;
      BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          boolean dark = bits.get(x / MODULE_PIXELS, y / MODULE_PIXELS);
          image.getRaster().setSample(x, y, 0, dark ? 0 : 255);
        }
      }
      return image;
    } catch (WriterException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /** A code of the given side, turned, in the middle of a grey scene. */
  public static BufferedImage scene(String text, int width, int height, int side, double degrees) {
    BufferedImage scene = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = scene.createGraphics();
    pen.setColor(new Color(0x60, 0x60, 0x60));
    pen.fillRect(0, 0, width, height);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
    pen.drawImage(qr(text), (width - side) / 2, (height - side) / 2, side, side, null);
    pen.dispose();
    return scene;
  }

  /** The same, with each value off by noise of the given strength. */
  public static Frame noisy(Frame frame, double strength, long seed) {
    Random random = new Random(seed);
    byte[] luma = frame.luma().clone();
    for (int i = 0; i < luma.length; i++) {
      long value = Math.round((luma[i] & 0xff) + random.nextGaussian() * strength);
      luma[i] = (byte) Math.max(0, Math.min(255, value));
    }
    return new Frame(frame.width(), frame.height(), luma);
  }

  /** Writes an image as PNG. */
  public static Path png(BufferedImage image, Path file) {
    try {
      ImageIO.write(image, "png", file.toFile());
      return file;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
