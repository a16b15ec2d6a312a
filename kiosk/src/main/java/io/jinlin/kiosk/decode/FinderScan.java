package io.jinlin.kiosk.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for finder patterns: rows are searched for dark and light runs of 1:1:3:1:1, which a tilt
 * leaves as they are, a hit is checked along its column, and {@link Rings} measures what remains.
 */
final class FinderScan {
  /** More than this in one picture is a texture, not codes. */
  static final int MAX_FOUND = 150;

  /** Column checks at most: bounds the time that a texture takes. */
  private static final int MAX_CHECKS = 4_000;

  private final Bits bits;
  private final boolean light;
  private final List<Finder> found = new ArrayList<>();
  private final int[] edges;
  private int checks;

  private FinderScan(Bits bits, boolean light) {
    this.bits = bits;
    this.light = light;
    this.edges = new int[bits.width() + 2];
  }

  /**
   * The patterns in a picture.
   *
   * @param step every so many rows is searched, at least 1; a pattern is met when its middle is as
   *     high
   * @param light what the caller made of the bits: passed on to each pattern
   */
  static List<Finder> scan(Bits bits, int step, boolean light, Deadline deadline) {
    FinderScan scan = new FinderScan(bits, light);
    for (int y = step / 2; y < bits.height() && !deadline.passed(); y += step) {
      scan.row(y);
      if (scan.found.size() >= MAX_FOUND || scan.checks >= MAX_CHECKS) {
        break;
      }
    }
    return scan.found;
  }

  private void row(int y) {
    int from = y * bits.width();
    byte[] dark = bits.dark();
    int count = 0;
    byte before = 0;
    for (int x = 0; x < bits.width(); x++) {
      byte here = dark[from + x];
      if (here != before) {
        edges[count++] = x;
        before = here;
      }
    }
    edges[count] = bits.width();
    // Even edges begin dark runs.
    for (int i = 0; i + 5 <= count; i += 2) {
      int a = edges[i + 1] - edges[i];
      int b = edges[i + 2] - edges[i + 1];
      int c = edges[i + 3] - edges[i + 2];
      int d = edges[i + 4] - edges[i + 3];
      int e = edges[i + 5] - edges[i + 4];
      if (like11311(a, b, c, d, e, 1)) {
        candidate((edges[i + 2] + edges[i + 3]) / 2.0, y + 0.5, a + b + c + d + e);
      }
    }
  }

  /**
   * Whether five runs are like 1:1:3:1:1. Blur and thresholds widen the dark runs and narrow the
   * light ones or the other way round, so each colour is measured against its own module.
   */
  static boolean like11311(int a, int b, int c, int d, int e, double slack) {
    int total = a + b + c + d + e;
    if (total < 7) {
      return false;
    }
    double dark = (a + c + e) / 5.0;
    double light = (b + d) / 2.0;
    if (dark > 3 * light || light > 3 * dark) {
      return false;
    }
    double darkSlack = (0.5 * dark + 0.6) * slack;
    double lightSlack = (0.5 * light + 0.6) * slack;
    return Math.abs(a - dark) < darkSlack
        && Math.abs(e - dark) < darkSlack
        && Math.abs(c - 3 * dark) < 2 * darkSlack
        && Math.abs(b - light) < lightSlack
        && Math.abs(d - light) < lightSlack;
  }

  private void candidate(double x, double y, int width) {
    for (Finder known : found) {
      double reach = 2.2 * known.module();
      if (Math.abs(known.centre().x() - x) < reach && Math.abs(known.centre().y() - y) < reach) {
        return;
      }
    }
    checks++;
    double middle = columnMiddle((int) x, (int) y, width);
    if (Double.isNaN(middle) || found.size() >= MAX_FOUND) {
      return;
    }
    Rings.measure(bits, x, middle, width, light)
        .filter(finder -> found.stream().noneMatch(finder::sameAs))
        .ifPresent(found::add);
  }

  /** The middle of the dark square along a column, or NaN where the column does not fit. */
  private double columnMiddle(int x, int y, int width) {
    int limit = 3 * width;
    int upA = run(x, y, -1, 1, limit);
    int upB = run(x, y - upA, -1, 0, limit);
    int upC = run(x, y - upA - upB, -1, 1, limit);
    int downA = run(x, y + 1, 1, 1, limit);
    int downB = run(x, y + 1 + downA, 1, 0, limit);
    int downC = run(x, y + 1 + downA + downB, 1, 1, limit);
    int total = upA + upB + upC + downA + downB + downC;
    boolean sized = 4 * total > width && total < 4 * width;
    if (!sized || !like11311(upC, upB, upA + downA, downB, downC, 1.3)) {
      return Double.NaN;
    }
    return y + 1 + (downA - upA) / 2.0;
  }

  private int run(int x, int y, int step, int value, int limit) {
    int length = 0;
    int at = y;
    while (at >= 0
        && at < bits.height()
        && length < limit
        && bits.dark()[at * bits.width() + x] == value) {
      at += step;
      length++;
    }
    return length;
  }
}
