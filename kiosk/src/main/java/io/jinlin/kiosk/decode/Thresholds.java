package io.jinlin.kiosk.decode;

/** Ways to tell dark from light. */
final class Thresholds {
  /** Side of a block in pixels. */
  private static final int BLOCK = 8;

  /** Blocks with less contrast than this hold no edge: paper or ink, after what stands beside. */
  private static final int MIN_CONTRAST = 24;

  /** Darker than the mean of its surroundings by one part in this: local means of flat paper. */
  private static final int MEAN_MARGIN = 24;

  private Thresholds() {}

  /**
   * Each block of 8×8 pixels against the mean of the 5×5 blocks around it, after Alasdair
   * Mackintosh and ZXing's hybrid binariser: uneven light.
   */
  static Bits blocks(GreyImage image) {
    int across = (image.width() + BLOCK - 1) / BLOCK;
    int down = (image.height() + BLOCK - 1) / BLOCK;
    int[] level = blockLevels(image, across, down);
    byte[] dark = new byte[image.luma().length];
    for (int by = 0; by < down; by++) {
      for (int bx = 0; bx < across; bx++) {
        int threshold = around(level, across, down, bx, by);
        int right = Math.min(image.width(), (bx + 1) * BLOCK);
        int bottom = Math.min(image.height(), (by + 1) * BLOCK);
        for (int y = by * BLOCK; y < bottom; y++) {
          for (int x = bx * BLOCK; x < right; x++) {
            int i = y * image.width() + x;
            // The sign bit of (value − threshold − 1): 1 exactly when value ≤ threshold.
            dark[i] = (byte) ((image.luma()[i] & 0xff) - threshold - 1 >>> 31);
          }
        }
      }
    }
    return new Bits(image.width(), image.height(), dark);
  }

  /** Every second row says enough of a block. */
  private static int[] blockLevels(GreyImage image, int across, int down) {
    int[] level = new int[across * down];
    byte[] luma = image.luma();
    for (int by = 0; by < down; by++) {
      int top = Math.max(0, Math.min(by * BLOCK, image.height() - BLOCK));
      int bottom = Math.min(image.height(), top + BLOCK);
      for (int bx = 0; bx < across; bx++) {
        int left = Math.max(0, Math.min(bx * BLOCK, image.width() - BLOCK));
        int right = Math.min(image.width(), left + BLOCK);
        int sum = 0;
        int min = 255;
        int max = 0;
        for (int y = top; y < bottom; y += 2) {
          for (int i = y * image.width() + left; i < y * image.width() + right; i++) {
            int value = luma[i] & 0xff;
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
          }
        }
        int mean = sum / ((bottom - top + 1) / 2 * (right - left));
        level[by * across + bx] =
            max - min > MIN_CONTRAST ? mean : flat(level, across, bx, by, min);
      }
    }
    return level;
  }

  /** A flat block is light, unless it is darker than what was found light or dark beside it. */
  private static int flat(int[] level, int across, int bx, int by, int min) {
    int paper = min / 2;
    if (bx > 0 && by > 0) {
      int above = level[(by - 1) * across + bx];
      int left = level[by * across + bx - 1];
      int beside = (above + 2 * left + level[(by - 1) * across + bx - 1]) / 4;
      if (min < beside) {
        return beside;
      }
    }
    return paper;
  }

  private static int around(int[] level, int across, int down, int bx, int by) {
    int left = Math.max(0, Math.min(bx - 2, across - 5));
    int top = Math.max(0, Math.min(by - 2, down - 5));
    int right = Math.min(across, left + 5);
    int bottom = Math.min(down, top + 5);
    int sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += level[y * across + x];
      }
    }
    return sum / ((right - left) * (bottom - top));
  }

  /** One threshold for all, where it splits the histogram best (Otsu 1979): screens, noise. */
  static Bits global(GreyImage image) {
    long[] histogram = new long[256];
    for (byte value : image.luma()) {
      histogram[value & 0xff]++;
    }
    int threshold = otsu(histogram);
    byte[] dark = new byte[image.luma().length];
    for (int i = 0; i < dark.length; i++) {
      dark[i] = (byte) ((image.luma()[i] & 0xff) - threshold - 1 >>> 31);
    }
    return new Bits(image.width(), image.height(), dark);
  }

  /** The highest dark value of the best split of a histogram in two. */
  static int otsu(long[] histogram) {
    long count = 0;
    long sum = 0;
    for (int i = 0; i < histogram.length; i++) {
      count += histogram[i];
      sum += i * histogram[i];
    }
    long below = 0;
    long sumBelow = 0;
    double best = -1;
    int threshold = 127;
    for (int i = 0; i < histogram.length - 1; i++) {
      below += histogram[i];
      sumBelow += i * histogram[i];
      if (below > 0 && below < count) {
        double apart = (double) sumBelow / below - (double) (sum - sumBelow) / (count - below);
        double between = (double) below * (count - below) * apart * apart;
        if (between > best) {
          best = between;
          threshold = i;
        }
      }
    }
    return threshold;
  }

  /**
   * Each pixel against the mean of the square around it.
   *
   * @param radius half the side of the square, in pixels: about one finder pattern works best
   */
  static Bits localMean(GreyImage image, int radius) {
    int w = image.width();
    int h = image.height();
    int[] columns = new int[w];
    byte[] dark = new byte[w * h];
    byte[] luma = image.luma();
    for (int y = 0; y < Math.min(h, radius); y++) {
      for (int x = 0; x < w; x++) {
        columns[x] += luma[y * w + x] & 0xff;
      }
    }
    for (int y = 0; y < h; y++) {
      slide(image, columns, y, radius);
      int rows = Math.min(h - 1, y + radius) - Math.max(0, y - radius) + 1;
      int row = y * w;
      int sum = 0;
      for (int x = 0; x < Math.min(w, radius); x++) {
        sum += columns[x];
      }
      // The ends apart: within, nothing has to be asked of each pixel.
      int within = Math.max(0, Math.min(w, w - radius));
      int x = 0;
      for (; x < Math.min(within, radius + 1); x++) {
        sum += columns[x + radius];
        dark[row + x] = darker(luma[row + x], rows * (x + radius + 1), sum);
      }
      int area = rows * (2 * radius + 1);
      for (; x < within; x++) {
        sum += columns[x + radius] - columns[x - radius - 1];
        dark[row + x] = darker(luma[row + x], area, sum);
      }
      for (; x < w; x++) {
        sum -= x - radius - 1 >= 0 ? columns[x - radius - 1] : 0;
        dark[row + x] = darker(luma[row + x], rows * (w - Math.max(0, x - radius)), sum);
      }
    }
    return new Bits(w, h, dark);
  }

  /** 1 where value < mean − mean/24, without a division. */
  private static byte darker(byte value, int area, int sum) {
    return (byte) ((value & 0xff) * area * MEAN_MARGIN - sum * (MEAN_MARGIN - 1) >>> 31);
  }

  private static void slide(GreyImage image, int[] columns, int y, int radius) {
    int w = image.width();
    if (y + radius < image.height()) {
      for (int x = 0; x < w; x++) {
        columns[x] += image.luma()[(y + radius) * w + x] & 0xff;
      }
    }
    if (y - radius - 1 >= 0) {
      for (int x = 0; x < w; x++) {
        columns[x] -= image.luma()[(y - radius - 1) * w + x] & 0xff;
      }
    }
  }
}
