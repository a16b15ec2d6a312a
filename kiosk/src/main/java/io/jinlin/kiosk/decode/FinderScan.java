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

  /** A tilt changes the runs along other lines more than along the row that was found. */
  private static final double LINE_SLACK = 1.3;

  private static final double DIAGONAL_SLACK = 1.9;

  private final Bits bits;
  private final boolean light;
  private final int minWidth;
  private final List<Finder> found = new ArrayList<>();
  private final int[] edges;
  private int checks;

  private FinderScan(Bits bits, int minWidth, boolean light) {
    this.bits = bits;
    this.light = light;
    this.minWidth = minWidth;
    this.edges = new int[bits.width() + 2];
  }

  /**
   * The patterns in a picture.
   *
   * @param step every so many rows is searched, at least 1; a pattern is met when its middle is as
   *     high
   * @param minWidth of a pattern in pixels, at least 7: small ones are many in noise
   * @param light what the caller made of the bits: passed on to each pattern
   */
  static List<Finder> scan(Bits bits, int step, int minWidth, boolean light, Deadline deadline) {
    FinderScan scan = new FinderScan(bits, minWidth, light);
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
      if (edges[i + 5] - edges[i] < minWidth) {
        continue;
      }
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
    double down = middle(x, y, 0, 1, width, LINE_SLACK);
    double across = middle(x, y + down, 1, 0, width, LINE_SLACK);
    if (Double.isNaN(across)
        || !diagonal(x + across, y + down, width)
        || found.size() >= MAX_FOUND) {
      return;
    }
    Rings.measure(bits, x + across, y + down, width, light)
        .filter(finder -> found.stream().noneMatch(finder::sameAs))
        .ifPresent(found::add);
  }

  /** One of the two will do: a scratch crosses the other. */
  private boolean diagonal(double x, double y, int width) {
    return !Double.isNaN(middle(x, y, 1, 1, width, DIAGONAL_SLACK))
        || !Double.isNaN(middle(x, y, -1, 1, width, DIAGONAL_SLACK));
  }

  /**
   * How far the middle of the dark square is along a line, in steps of it; NaN where the line does
   * not cross a finder pattern.
   */
  private double middle(double x, double y, int dx, int dy, int width, double slack) {
    if (Double.isNaN(y)) {
      return Double.NaN;
    }
    int column = (int) x;
    int row = (int) y;
    int limit = 3 * width;
    int backA = run(column, row, -dx, -dy, 1, limit);
    int backB = run(column - backA * dx, row - backA * dy, -dx, -dy, 0, limit);
    int back = backA + backB;
    int backC = run(column - back * dx, row - back * dy, -dx, -dy, 1, limit);
    int onA = run(column + dx, row + dy, dx, dy, 1, limit);
    int onB = run(column + (1 + onA) * dx, row + (1 + onA) * dy, dx, dy, 0, limit);
    int on = 1 + onA + onB;
    int onC = run(column + on * dx, row + on * dy, dx, dy, 1, limit);
    int total = back + backC + onA + onB + onC;
    boolean sized = 4 * total > width && total < 4 * width;
    if (!sized || !like11311(backC, backB, backA + onA, onB, onC, slack)) {
      return Double.NaN;
    }
    return 0.5 + (onA - backA + 1) / 2.0 + (dx == 0 ? row - y : column - x);
  }

  private int run(int x, int y, int dx, int dy, int value, int limit) {
    int length = 0;
    int column = x;
    int row = y;
    while (column >= 0
        && row >= 0
        && column < bits.width()
        && row < bits.height()
        && length < limit
        && bits.dark()[row * bits.width() + column] == value) {
      column += dx;
      row += dy;
      length++;
    }
    return length;
  }
}
