package io.jinlin.kiosk.decode;

import java.util.Arrays;

/**
 * Reads the grey of each module and tells dark from light after the modules around, in several
 * ways: a shadow's edge, a glare and a blur each ask for another.
 */
final class ModuleSampler {
  /** The ways, the best first. */
  enum Way {
    /** Against the mean of the 9×9 modules around. */
    MEAN,
    /** Sharpened: blur between neighbours undone; then against the mean. */
    SHARP,
    /** Against the middle between the darkest and the lightest of the 5×5 modules around. */
    MIDDLE,
    /** Equalised with weights learned from the known modules: strong blur of any direction. */
    EQUALISED,
    /** One threshold for the whole code. */
    OTSU
  }

  private static final double OFF_CENTRE = 0.22;
  private static final int MEAN_RADIUS = 4;
  private static final int MIDDLE_RADIUS = 2;
  private static final float SHARPEN = 0.35f;

  /** So much lighter than paper is glare, in grey levels. */
  private static final float GLARE = 14;

  /** What the lightness of a module in a glare still counts. */
  private static final float HIDDEN = 0.05f;

  private final GreyImage image;
  private final Layout grid;
  private final boolean light;
  private final int dimension;
  private final float[] grey;
  private final float paper;

  /**
   * @param image the picture in which the grid stands
   * @param light whether the code is light on dark
   */
  ModuleSampler(GreyImage image, Layout grid, boolean light) {
    this.image = image;
    this.grid = grid;
    this.light = light;
    dimension = grid.dimension();
    grey = new float[dimension * dimension];
    for (int v = 0; v < dimension; v++) {
      for (int u = 0; u < dimension; u++) {
        grey[v * dimension + u] = sample(u, v);
      }
    }
    paper = paper();
  }

  private float sample(int column, int row) {
    double u = column + 0.5;
    double v = row + 0.5;
    float value =
        2 * image.sample(grid.x(u, v), grid.y(u, v))
            + image.sample(grid.x(u - OFF_CENTRE, v), grid.y(u - OFF_CENTRE, v))
            + image.sample(grid.x(u + OFF_CENTRE, v), grid.y(u + OFF_CENTRE, v))
            + image.sample(grid.x(u, v - OFF_CENTRE), grid.y(u, v - OFF_CENTRE))
            + image.sample(grid.x(u, v + OFF_CENTRE), grid.y(u, v + OFF_CENTRE));
    return light ? 255 - value / 6 : value / 6;
  }

  /** How light the code's paper is: three quarters of the modules are no lighter. */
  private float paper() {
    float[] sorted = grey.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length * 3 / 4];
  }

  ModuleValues values(Way way) {
    float[] darkness =
        switch (way) {
          case MEAN -> againstMean(grey);
          case SHARP -> againstMean(sharpened());
          case MIDDLE -> againstMiddle();
          case EQUALISED -> equalised();
          case OTSU -> againstOne();
        };
    for (int i = 0; i < darkness.length; i++) {
      // Lighter than paper is glare: whatever stands there is hidden.
      if (grey[i] > paper + GLARE && darkness[i] < 0) {
        darkness[i] *= HIDDEN;
      }
    }
    return new ModuleValues(dimension, darkness);
  }

  private float[] equalised() {
    int reach = Equaliser.REACH;
    int stride = dimension + 2 * reach;
    float[] mean = mean(grey, MEAN_RADIUS);
    float[] seen = new float[stride * stride];
    double squares = 1e-6;
    for (int y = -reach; y < dimension + reach; y++) {
      for (int x = -reach; x < dimension + reach; x++) {
        int nearest = inside(y) * dimension + inside(x);
        boolean within = inside(x) == x && inside(y) == y;
        float value = within ? grey[nearest] : sample(x, y);
        seen[(y + reach) * stride + x + reach] = mean[nearest] - value;
        squares += (mean[nearest] - value) * (mean[nearest] - value);
      }
    }
    float scale = (float) (stride / Math.sqrt(squares));
    for (int i = 0; i < seen.length; i++) {
      seen[i] *= scale;
    }
    FunctionPatterns patterns = FunctionPatterns.of((dimension - 17) / 4);
    float[] out = new Equaliser(dimension, seen, patterns).values();
    return out.length == 0 ? againstMean(grey) : out;
  }

  private int inside(int at) {
    return Math.max(0, Math.min(dimension - 1, at));
  }

  private float[] againstMean(float[] values) {
    float[] out = mean(values, MEAN_RADIUS);
    for (int i = 0; i < out.length; i++) {
      out[i] -= values[i];
    }
    return out;
  }

  private float[] mean(float[] values, int radius) {
    double[] sums = new double[(dimension + 1) * (dimension + 1)];
    int stride = dimension + 1;
    for (int y = 0; y < dimension; y++) {
      double row = 0;
      for (int x = 0; x < dimension; x++) {
        row += values[y * dimension + x];
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
      }
    }
    float[] out = new float[values.length];
    for (int y = 0; y < dimension; y++) {
      int top = Math.max(0, y - radius);
      int bottom = Math.min(dimension, y + radius + 1);
      for (int x = 0; x < dimension; x++) {
        int left = Math.max(0, x - radius);
        int right = Math.min(dimension, x + radius + 1);
        double sum =
            sums[bottom * stride + right]
                - sums[top * stride + right]
                - sums[bottom * stride + left]
                + sums[top * stride + left];
        out[y * dimension + x] = (float) (sum / ((bottom - top) * (right - left)));
      }
    }
    return out;
  }

  private float[] sharpened() {
    float[] out = new float[grey.length];
    for (int y = 0; y < dimension; y++) {
      for (int x = 0; x < dimension; x++) {
        float here = grey[y * dimension + x];
        float around =
            grey[Math.max(0, y - 1) * dimension + x]
                + grey[Math.min(dimension - 1, y + 1) * dimension + x]
                + grey[y * dimension + Math.max(0, x - 1)]
                + grey[y * dimension + Math.min(dimension - 1, x + 1)];
        out[y * dimension + x] = here + SHARPEN * (4 * here - around);
      }
    }
    return out;
  }

  private float[] againstMiddle() {
    float[] middle = new float[grey.length];
    for (int y = 0; y < dimension; y++) {
      for (int x = 0; x < dimension; x++) {
        float min = Float.MAX_VALUE;
        float max = 0;
        for (int dy = -MIDDLE_RADIUS; dy <= MIDDLE_RADIUS; dy++) {
          int row = Math.max(0, Math.min(dimension - 1, y + dy)) * dimension;
          for (int dx = -MIDDLE_RADIUS; dx <= MIDDLE_RADIUS; dx++) {
            float value = grey[row + Math.max(0, Math.min(dimension - 1, x + dx))];
            min = Math.min(min, value);
            max = Math.max(max, value);
          }
        }
        middle[y * dimension + x] = (min + max) / 2;
      }
    }
    float[] out = mean(middle, 1);
    for (int i = 0; i < out.length; i++) {
      out[i] -= grey[i];
    }
    return out;
  }

  private float[] againstOne() {
    long[] histogram = new long[256];
    for (float value : grey) {
      histogram[(int) value]++;
    }
    float threshold = Thresholds.otsu(histogram) + 0.5f;
    float[] out = new float[grey.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = threshold - grey[i];
    }
    return out;
  }
}
