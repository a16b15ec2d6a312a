package io.jinlin.kiosk.reader;

/**
 * A grey picture.
 *
 * @param width in pixels, 1 to {@value #MAX_SIDE}
 * @param height in pixels, 1 to {@value #MAX_SIDE}
 * @param luma one byte a pixel, row by row, 0 black to 255 white; not copied, and not changed by
 *     whoever gets it
 */
public record Frame(int width, int height, byte[] luma) {
  /** Longest side that is read, in pixels: a photograph of 100 megapixels. */
  public static final int MAX_SIDE = 12_000;

  public Frame {
    if (width < 1 || width > MAX_SIDE || height < 1 || height > MAX_SIDE) {
      throw new IllegalArgumentException("a frame of " + width + "×" + height + " pixels");
    }
    if (luma.length != width * height) {
      throw new IllegalArgumentException(
          luma.length + " bytes for a frame of " + width + "×" + height + " pixels");
    }
  }

  /** At most so wide, each pixel the mean of the square that it stands for. */
  public Frame shrunk(int maxWidth) {
    int step = Math.max(1, (width + maxWidth - 1) / maxWidth);
    int w = Math.max(1, width / step);
    int h = Math.max(1, height / step);
    byte[] out = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int sum = 0;
        int count = 0;
        for (int dy = 0; dy < step && y * step + dy < height; dy++) {
          for (int dx = 0; dx < step && x * step + dx < width; dx++) {
            sum += luma[(y * step + dy) * width + x * step + dx] & 0xff;
            count++;
          }
        }
        out[y * w + x] = (byte) (sum / count);
      }
    }
    return new Frame(w, h, out);
  }
}
