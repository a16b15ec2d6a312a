package io.jinlin.kiosk.reader;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Turns picture files (PNG, JPEG, GIF, BMP) into grey frames. */
public final class Pictures {
  /** Largest picture that is opened, in pixels: a hostile file could claim billions. */
  static final long MAX_PIXELS = 400_000_000;

  /** Of a larger one every second, third … row and column is taken: it must fit in the memory. */
  static final long MAX_FRAME_PIXELS = 50_000_000;

  /**
   * A picture as it was opened.
   *
   * @param step every so many rows and columns of the file are in the frame
   */
  public record Opened(Frame frame, int step) {}

  private Pictures() {}

  /** The grey frame of a picture file; empty when it is none, is broken, or is too large. */
  public static Optional<Frame> grey(byte[] file) {
    return open(file).map(Opened::frame);
  }

  /** The same with what is needed to find its places again in the file. */
  public static Optional<Opened> open(byte[] file) {
    try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
          return Optional.empty();
        }
        int step = step(width, height);
        ImageReadParam some = reader.getDefaultReadParam();
        some.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(new Opened(grey(reader.read(0, some)), step));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException broken) {
      // The decoders of the JDK answer damaged files with any of a dozen runtime exceptions.
      return Optional.empty();
    }
  }

  private static int step(int width, int height) {
    int step = (Math.max(width, height) + Frame.MAX_SIDE - 1) / Frame.MAX_SIDE;
    while ((long) (width / step) * (height / step) > MAX_FRAME_PIXELS) {
      step++;
    }
    return step;
  }

  /** The luma of an image; transparent counts as white. */
  static Frame grey(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] luma = new byte[width * height];
    if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
      return new Frame(width, height, samples(image));
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

  /**
   * The values of a grey image of any depth, over white by the alpha if it has one. {@code getRGB}
   * would bend them from linear grey to sRGB, which costs a third of the reads.
   */
  private static byte[] samples(BufferedImage image) {
    int width = image.getWidth();
    Raster raster = image.getRaster();
    int bits = image.getColorModel().getComponentSize(0);
    int most = (1 << bits) - 1;
    boolean alpha = image.getColorModel().hasAlpha() && raster.getNumBands() > 1;
    byte[] luma = new byte[width * image.getHeight()];
    int[] grey = new int[width];
    int[] cover = new int[width];
    Arrays.fill(cover, most);
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, grey);
      if (alpha) {
        raster.getSamples(0, y, width, 1, 1, cover);
      }
      for (int x = 0; x < width; x++) {
        long over = (long) grey[x] * cover[x] + (long) most * (most - cover[x]);
        luma[y * width + x] = (byte) (over * 255 / ((long) most * most));
      }
    }
    return luma;
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
