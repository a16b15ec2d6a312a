package io.jinlin.e2e.bench.reader;

/** A part of a picture: from the left and top, up to before the right and bottom, in pixels. */
record Region(int left, int top, int right, int bottom) {
  int width() {
    return right - left;
  }

  int height() {
    return bottom - top;
  }

  boolean isEmpty() {
    return width() <= 0 || height() <= 0;
  }

  /** The part around points, wider by a margin, inside a picture. */
  static Region around(double[] xy, double margin, int width, int height) {
    double left = width;
    double top = height;
    double right = 0;
    double bottom = 0;
    for (int i = 0; i < xy.length; i += 2) {
      left = Math.min(left, xy[i]);
      right = Math.max(right, xy[i]);
      top = Math.min(top, xy[i + 1]);
      bottom = Math.max(bottom, xy[i + 1]);
    }
    return new Region(
        (int) Math.max(0, Math.floor(left - margin)),
        (int) Math.max(0, Math.floor(top - margin)),
        (int) Math.min(width, Math.ceil(right + margin)),
        (int) Math.min(height, Math.ceil(bottom + margin)));
  }
}
