package io.jinlin.kiosk.decode;

/**
 * A grey picture, sampled between its pixels.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param luma one byte a pixel, row by row, 0 black to 255 white; never changed
 */
public record GreyImage(int width, int height, byte[] luma) {
  /** Strength with which a doubled picture is sharpened: a blur of about one pixel is undone. */
  private static final int SHARPEN_EIGHTHS = 4;

  public GreyImage {
    if (width < 1 || height < 1 || luma.length != width * height) {
      throw new IllegalArgumentException(
          luma.length + " bytes for a picture of " + width + "×" + height + " pixels");
    }
  }

  int at(int x, int y) {
    return luma[y * width + x] & 0xff;
  }

  /** The value at a place, between the four nearest pixels; beyond the edge that of the edge. */
  float sample(double x, double y) {
    double left = Math.max(0, Math.min(width - 1.001, x - 0.5));
    double top = Math.max(0, Math.min(height - 1.001, y - 0.5));
    int column = (int) left;
    int row = (int) top;
    float right = (float) (left - column);
    float down = (float) (top - row);
    int at = row * width + column;
    int across = width > 1 ? 1 : 0;
    int below = height > 1 ? width : 0;
    float upper = (luma[at] & 0xff) * (1 - right) + (luma[at + across] & 0xff) * right;
    at += below;
    float lower = (luma[at] & 0xff) * (1 - right) + (luma[at + across] & 0xff) * right;
    return upper * (1 - down) + lower * down;
  }

  /** Half as wide and high, each pixel the mean of four; noise and screen moiré go with it. */
  GreyImage halved() {
    int w = Math.max(1, width / 2);
    int h = Math.max(1, height / 2);
    byte[] out = new byte[w * h];
    int across = width > 1 ? 1 : 0;
    int below = height > 1 ? width : 0;
    for (int y = 0; y < h; y++) {
      int from = 2 * y * width;
      int to = y * w;
      for (int x = 0; x < w; x++, from += 2) {
        int sum =
            (luma[from] & 0xff)
                + (luma[from + across] & 0xff)
                + (luma[from + below] & 0xff)
                + (luma[from + below + across] & 0xff);
        out[to + x] = (byte) (sum + 2 >> 2);
      }
    }
    return new GreyImage(w, h, out);
  }

  /** Twice as wide and high, sharpened: small codes get pixels enough for their narrow rings. */
  GreyImage doubledAndSharp() {
    byte[] sharp = new byte[luma.length];
    for (int y = 0; y < height; y++) {
      int up = Math.max(0, y - 1) * width;
      int down = Math.min(height - 1, y + 1) * width;
      int row = y * width;
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - 1);
        int right = Math.min(width - 1, x + 1);
        int around =
            (luma[up + x] & 0xff)
                + (luma[down + x] & 0xff)
                + (luma[row + left] & 0xff)
                + (luma[row + right] & 0xff);
        int here = luma[row + x] & 0xff;
        int value = here + (4 * here - around) * SHARPEN_EIGHTHS / 8;
        sharp[row + x] = (byte) Math.max(0, Math.min(255, value));
      }
    }
    GreyImage source = new GreyImage(width, height, sharp);
    byte[] out = new byte[4 * luma.length];
    for (int y = 0; y < 2 * height; y++) {
      for (int x = 0; x < 2 * width; x++) {
        out[y * 2 * width + x] = (byte) (source.sample(x / 2.0 + 0.25, y / 2.0 + 0.25) + 0.5f);
      }
    }
    return new GreyImage(2 * width, 2 * height, out);
  }
}
