package io.jinlin.kiosk.reader;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Turns picture files (PNG, JPEG, GIF, BMP) into grey frames. */
public final class Pictures {
  /** Largest picture that is opened, in pixels: a hostile file could claim billions. */
  static final long MAX_PIXELS = 100_000_000;

  private Pictures() {}

  /** The grey frame of a picture file; empty when it is none, is broken, or is too large. */
  public static Optional<Frame> grey(byte[] file) {
    try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        if (tooLarge(reader.getWidth(0), reader.getHeight(0))) {
          return Optional.empty();
        }
        return Optional.of(grey(reader.read(0)));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException broken) {
      // The decoders of the JDK answer damaged files with any of a dozen runtime exceptions.
      return Optional.empty();
    }
  }

  private static boolean tooLarge(int width, int height) {
    return width > Frame.MAX_SIDE || height > Frame.MAX_SIDE || (long) width * height > MAX_PIXELS;
  }

  /** The luma of an image; transparent counts as white. */
  static Frame grey(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] luma = new byte[width * height];
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      // getRGB would bend these values from linear grey to sRGB, which costs a third of the reads.
      int[] row = new int[width];
      for (int y = 0; y < height; y++) {
        image.getRaster().getSamples(0, y, width, 1, 0, row);
        for (int x = 0; x < width; x++) {
          luma[y * width + x] = (byte) row[x];
        }
      }
      return new Frame(width, height, luma);
    }
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        luma[y * width + x] = (byte) luma(row[x]);
      }
    }
    return new Frame(width, height, luma);
  }

  /** Rec. 601 weights in 1/1024, over white by the alpha. */
  private static int luma(int argb) {
    int alpha = argb >>> 24;
    int red = argb >> 16 & 0xff;
    int green = argb >> 8 & 0xff;
    int blue = argb & 0xff;
    int grey = (306 * red + 601 * green + 117 * blue) >> 10;
    return (grey * alpha + 255 * (255 - alpha)) / 255;
  }
}
