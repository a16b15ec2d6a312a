package io.jinlin.kiosk.watch;

import io.jinlin.kiosk.decode.Point;
import io.jinlin.kiosk.reader.Frame;
import java.util.List;
import java.util.Optional;

/**
 * A part of a frame.
 *
 * @param left in pixels
 * @param top in pixels
 * @param width in pixels
 * @param height in pixels
 */
record Area(int left, int top, int width, int height) {
  /** Smaller parts are not worth a look of their own, in pixels. */
  private static final int MIN_SIDE = 48;

  /** The part around points with a margin, a share of its size; empty where it is too small. */
  static Optional<Area> around(List<Point> points, double margin, Frame frame) {
    if (points.isEmpty()) {
      return Optional.empty();
    }
    double left = points.stream().mapToDouble(Point::x).min().orElseThrow();
    double right = points.stream().mapToDouble(Point::x).max().orElseThrow();
    double top = points.stream().mapToDouble(Point::y).min().orElseThrow();
    double bottom = points.stream().mapToDouble(Point::y).max().orElseThrow();
    double more = margin * Math.max(right - left, bottom - top);
    int l = (int) Math.max(0, left - more);
    int t = (int) Math.max(0, top - more);
    int r = (int) Math.min(frame.width(), Math.ceil(right + more));
    int b = (int) Math.min(frame.height(), Math.ceil(bottom + more));
    return r - l < MIN_SIDE || b - t < MIN_SIDE
        ? Optional.empty()
        : Optional.of(new Area(l, t, r - l, b - t));
  }

  Frame cut(Frame frame) {
    byte[] luma = new byte[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(frame.luma(), (top + y) * frame.width() + left, luma, y * width, width);
    }
    return new Frame(width, height, luma);
  }

  /** The frame without this part: a plain grey stands in its place. */
  Frame without(Frame frame) {
    byte[] luma = frame.luma().clone();
    for (int y = 0; y < height; y++) {
      int from = (top + y) * frame.width() + left;
      java.util.Arrays.fill(luma, from, from + width, (byte) 0x80);
    }
    return new Frame(frame.width(), frame.height(), luma);
  }

  /** From places in the part to places in the frame. */
  List<Point> whole(List<Point> points) {
    return points.stream().map(p -> new Point(p.x() + left, p.y() + top)).toList();
  }
}
