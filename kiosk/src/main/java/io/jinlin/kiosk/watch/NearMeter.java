package io.jinlin.kiosk.watch;

import io.jinlin.kiosk.decode.Point;
import io.jinlin.kiosk.reader.Frame;
import java.util.List;

/** Measures the light and the edges of a part of a frame. */
public final class NearMeter {
  /** Samples along each side at most: 40,000 in all. */
  private static final int MAX_SAMPLES = 200;

  private static final int CLIPPED = 250;
  private static final double DARK_SHARE = 0.05;
  private static final double LIGHT_SHARE = 0.95;

  /** Gradients above all others but these are the sharpest edges. */
  private static final double SHARP_SHARE = 0.98;

  private static final int MARGIN_PX = 3;
  private static final int GREYS = 256;

  private NearMeter() {}

  /**
   * Measures what lies inside an outline.
   *
   * @param outline corners in pixels, all round; parts outside the frame are left out
   * @param module side of a module, in pixels
   */
  public static Near measure(Frame frame, List<Point> outline, double module) {
    double left = min(outline, true);
    double top = min(outline, false);
    double right = max(outline, true);
    double bottom = max(outline, false);
    boolean whole =
        left >= MARGIN_PX
            && top >= MARGIN_PX
            && right <= frame.width() - MARGIN_PX
            && bottom <= frame.height() - MARGIN_PX;
    int[] greys = new int[GREYS];
    int[] steps = new int[GREYS];
    sample(frame, new int[] {(int) left, (int) top, (int) right, (int) bottom}, greys, steps);
    double dark = quantile(greys, DARK_SHARE);
    double contrast = quantile(greys, LIGHT_SHARE) - dark;
    double steepest = Math.max(1, quantile(steps, SHARP_SHARE));
    int count = 0;
    int clipped = 0;
    for (int grey = 0; grey < GREYS; grey++) {
      count += greys[grey];
      clipped += grey >= CLIPPED ? greys[grey] : 0;
    }
    return new Near(
        outline,
        module,
        whole,
        contrast,
        count == 0 ? 0 : (double) clipped / count,
        Math.max(1, contrast / steepest));
  }

  /** Grey values, and differences between neighbours one pixel to both sides, halved. */
  private static void sample(Frame frame, int[] box, int[] greys, int[] steps) {
    int left = Math.max(1, box[0]);
    int top = Math.max(1, box[1]);
    int right = Math.min(frame.width() - 1, box[2]);
    int bottom = Math.min(frame.height() - 1, box[3]);
    int across = Math.max(1, (right - left) / MAX_SAMPLES);
    int down = Math.max(1, (bottom - top) / MAX_SAMPLES);
    byte[] luma = frame.luma();
    for (int y = top; y < bottom; y += down) {
      for (int x = left; x < right; x += across) {
        int at = y * frame.width() + x;
        greys[luma[at] & 0xff]++;
        int dx = Math.abs((luma[at + 1] & 0xff) - (luma[at - 1] & 0xff));
        int dy = Math.abs((luma[at + frame.width()] & 0xff) - (luma[at - frame.width()] & 0xff));
        steps[Math.max(dx, dy) / 2]++;
      }
    }
  }

  private static double quantile(int[] counts, double share) {
    long total = 0;
    for (int count : counts) {
      total += count;
    }
    long wanted = (long) (share * total);
    int value = 0;
    for (long seen = counts[0]; seen < wanted && value < counts.length - 1; seen += counts[value]) {
      value++;
    }
    return value;
  }

  private static double min(List<Point> points, boolean x) {
    return points.stream().mapToDouble(p -> x ? p.x() : p.y()).min().orElse(0);
  }

  private static double max(List<Point> points, boolean x) {
    return points.stream().mapToDouble(p -> x ? p.x() : p.y()).max().orElse(0);
  }
}
