package io.jinlin.kiosk.decode;

/**
 * Moves a grid until the modules whose colour is known beforehand agree best with the picture.
 *
 * <p>Agreement is the correlation of known with seen, region by region, so that neither uneven
 * light nor weak contrast counts against it: 1 is perfect, 0 is chance.
 */
final class GridFit {
  /** Contrast, squared, below which a region is thought flat. */
  private static final double FLAT = 16;

  private static final double[] COARSE = {1.2, 0.6, 0.3};
  private static final double[] FINE = {0.4, 0.2, 0.1, 0.05};
  private static final int ROUNDS = 3;

  private final GreyImage image;
  private final FunctionPatterns patterns;
  private final double dark;
  private final int hidden;
  private final Deadline deadline;

  /**
   * @param image the picture in which the grids stand
   * @param triple the finder patterns from which the fit begins
   */
  GridFit(GreyImage image, FunctionPatterns patterns, Triple triple, Deadline deadline) {
    this.deadline = deadline;
    this.image = image;
    this.patterns = patterns;
    this.dark = triple.corner().light() ? 1 : -1;
    this.hidden = triple.hidden();
  }

  /** How well a grid fits, −1 to 1. */
  double score(Layout grid) {
    if (!grid.sound()) {
      return -1;
    }
    double sum = 0;
    double weights = 0;
    for (FunctionPatterns.Region region : patterns.regions()) {
      sum += region.weight() * agreement(grid, region, 0, 0);
      weights += region.weight();
    }
    return sum / weights;
  }

  /** How well the finder patterns that were seen fit, −1 to 1. */
  double finders(Grid grid) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += i == hidden ? 0 : agreement(grid, patterns.regions().get(i), 0, 0);
    }
    return sum / (hidden == Triple.NONE ? 3 : 2);
  }

  /**
   * How well a region agrees with its pattern when it is looked for so many pixels beside the grid.
   */
  private double agreement(Layout grid, FunctionPatterns.Region region, double offX, double offY) {
    int n = region.u().length;
    double signs = 0;
    double values = 0;
    double squares = 0;
    double both = 0;
    for (int i = 0; i < n; i++) {
      double u = region.u()[i];
      double v = region.v()[i];
      double value = image.sample(grid.x(u, v) + offX, grid.y(u, v) + offY);
      double sign = region.sign()[i];
      signs += sign;
      values += value;
      squares += value * value;
      both += sign * value;
    }
    double covariance = both - signs * values / n;
    double varianceOfSigns = n - signs * signs / n;
    double varianceOfValues = squares - values * values / n + FLAT * n;
    return dark * covariance / Math.sqrt(varianceOfSigns * varianceOfValues);
  }

  /** A quick climb from a rough guess. */
  Grid coarse(Grid start) {
    return climb(start, COARSE);
  }

  /** A climb to the top. */
  Grid fine(Grid start) {
    return climb(start, FINE);
  }

  private Grid climb(Grid start, double[] steps) {
    Grid best = start;
    double top = score(best);
    double module = start.module();
    for (double step : steps) {
      boolean better = true;
      for (int round = 0; round < ROUNDS && better && !deadline.passed(); round++) {
        better = false;
        for (int parameter = 0; parameter < Grid.PARAMETERS; parameter++) {
          // The finder patterns are known well, the fourth point is not.
          boolean seen = parameter < 6 && parameter / 2 != hidden;
          double by = step * module * (seen ? 0.5 : 1);
          for (int side = -1; side <= 1; side += 2) {
            Grid moved = best.moved(parameter, side * by);
            double score = score(moved);
            if (score > top) {
              top = score;
              best = moved;
              better = true;
            }
          }
        }
      }
    }
    return best;
  }

  /**
   * The best place for the fourth control point around where a grid has it.
   *
   * @param reach how far to look, in modules
   */
  Point alignment(Grid grid, double reach) {
    FunctionPatterns.Region region = patterns.alignments().get(patterns.alignments().size() - 1);
    double fourth = Grid.fourth(grid.dimension());
    Point centre = grid.at(fourth, fourth);
    double best = -1;
    Point place = centre;
    for (double dv = -reach; dv <= reach && !deadline.passed(); dv += 0.5) {
      for (double du = -reach; du <= reach; du += 0.5) {
        double offX = grid.x(fourth + du, fourth + dv) - centre.x();
        double offY = grid.y(fourth + du, fourth + dv) - centre.y();
        // Nearer guesses are likelier.
        double score = agreement(grid, region, offX, offY) - 0.02 * Math.hypot(du, dv);
        if (score > best) {
          best = score;
          place = new Point(centre.x() + offX, centre.y() + offY);
        }
      }
    }
    return place;
  }
}
