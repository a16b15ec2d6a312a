package io.jinlin.e2e.bench.reader;

/**
 * Light, row by row: 0 none, 1 what makes the camera's pixels just full.
 *
 * @param width in pixels
 * @param height in pixels
 * @param light one value a pixel; written by whoever holds it
 */
record Gray(int width, int height, float[] light) {
  Gray(int width, int height) {
    this(width, height, new float[width * height]);
  }

  Gray copy() {
    return new Gray(width, height, light.clone());
  }

  /** Between the four pixels around a point; the edge goes on outside. */
  float at(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float fx = (float) (x - left);
    float fy = (float) (y - top);
    float upper = near(left, top) * (1 - fx) + near(left + 1, top) * fx;
    float lower = near(left, top + 1) * (1 - fx) + near(left + 1, top + 1) * fx;
    return upper * (1 - fy) + lower * fy;
  }

  private float near(int x, int y) {
    int column = Math.max(0, Math.min(width - 1, x));
    int row = Math.max(0, Math.min(height - 1, y));
    return light[row * width + column];
  }

  /** Half as wide and high, each pixel the mean of four. */
  Gray halved() {
    Gray half = new Gray(Math.max(1, width / 2), Math.max(1, height / 2));
    for (int y = 0; y < half.height; y++) {
      for (int x = 0; x < half.width; x++) {
        half.light[y * half.width + x] =
            (near(2 * x, 2 * y)
                    + near(2 * x + 1, 2 * y)
                    + near(2 * x, 2 * y + 1)
                    + near(2 * x + 1, 2 * y + 1))
                / 4;
      }
    }
    return half;
  }
}
