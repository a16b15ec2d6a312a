package io.jinlin.kiosk.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the modules of a code that is bent: around a bottle, in a wet or folded paper. From the
 * finder patterns, whose places and tilts are known, patch after patch is laid on where the one
 * beside it leads, and moved until its modules differ most: between modules greys mix, in their
 * middles they do not. Colours known beforehand count more than those that are not.
 */
final class MeshFit {
  /** Half the side of a patch, in modules. */
  private static final double REACH = 3.6;

  /** Weight of a module whose colour is known. */
  private static final double KNOWN = 1.5;

  /** Greys are taken here beside the middle of a module too, in modules. */
  private static final double OFF_CENTRE = 0.27;

  /** Lost of a patch's contrast when it is one module off from where it was expected. */
  private static final double STIFF = 0.35;

  private static final double[] STEPS = {0.36, 0.18, 0.09};
  private static final int ROUNDS = 2;
  private static final int SWEEPS = 2;
  private static final int PARAMETERS = 6;

  private final GreyImage image;
  private final FunctionPatterns patterns;
  private final Deadline deadline;
  private final double dark;
  private final int dimension;
  private final int knots;
  private final double step;
  private final Patch[] patches;
  private final double[] seen;
  private final byte[] sign;

  /**
   * Where a patch is, and how its modules lie.
   *
   * @param x of its middle, in pixels
   * @param y likewise
   * @param ax one module to the right, x part in pixels
   * @param ay y part
   * @param bx one module down, x part in pixels
   * @param by y part
   * @param contrast of its modules, in grey levels
   */
  private record Patch(
      double x, double y, double ax, double ay, double bx, double by, double contrast) {
    Patch moved(int parameter, double modules) {
      double turn = modules / REACH;
      return switch (parameter) {
        case 0 -> new Patch(x + modules * ax, y + modules * ay, ax, ay, bx, by, 0);
        case 1 -> new Patch(x + modules * bx, y + modules * by, ax, ay, bx, by, 0);
        case 2 -> new Patch(x, y, ax + turn * ax, ay + turn * ay, bx, by, 0);
        case 3 -> new Patch(x, y, ax + turn * bx, ay + turn * by, bx, by, 0);
        case 4 -> new Patch(x, y, ax, ay, bx + turn * ax, by + turn * ay, 0);
        default -> new Patch(x, y, ax, ay, bx + turn * bx, by + turn * by, 0);
      };
    }

    Patch with(double measured) {
      return new Patch(x, y, ax, ay, bx, by, measured);
    }

    /** How far from another, its middle and its edges, in modules and squared. */
    double apart(Patch other) {
      double size = Math.abs(ax * by - ay * bx) + 1e-9;
      double middle = square(x - other.x) + square(y - other.y);
      double edges =
          square(ax - other.ax)
              + square(ay - other.ay)
              + square(bx - other.bx)
              + square(by - other.by);
      return (middle + edges * REACH * REACH / 2) / size;
    }

    private static double square(double value) {
      return value * value;
    }
  }

  /**
   * @param image the picture in which the patterns stand
   * @param triple the finder patterns in pixels of that picture
   */
  MeshFit(GreyImage image, FunctionPatterns patterns, Triple triple, Deadline deadline) {
    this.image = image;
    this.patterns = patterns;
    this.deadline = deadline;
    this.dark = triple.corner().light() ? 1 : -1;
    this.dimension = patterns.dimension();
    this.knots = Mesh.knots(dimension);
    this.step = Mesh.step(dimension);
    this.patches = new Patch[knots * knots];
    int most = (int) (2 * REACH + 1);
    this.seen = new double[most * most];
    this.sign = new byte[most * most];
    List<double[]> axes = FourthPoint.axes(triple);
    int[] corners = {0, knots - 1, (knots - 1) * knots};
    for (int i = 0; i < corners.length; i++) {
      Finder finder = triple.finders().get(i);
      double[] axis = axes.get(i);
      Patch patch =
          new Patch(
              finder.centre().x(), finder.centre().y(), axis[0], axis[1], axis[2], axis[3], 0);
      if (triple.hidden() != i) {
        patches[corners[i]] = refined(corners[i], patch);
      }
    }
  }

  /** The net, grown from the finder patterns, the surest places first. */
  Mesh grown() {
    PriorityQueue<Integer> edge =
        new PriorityQueue<>(Comparator.comparingDouble(knot -> -patches[knot].contrast));
    for (int knot = 0; knot < patches.length; knot++) {
      if (patches[knot] != null) {
        edge.add(knot);
      }
    }
    while (!edge.isEmpty()) {
      int from = edge.poll();
      for (int knot : beside(from)) {
        if (patches[knot] == null) {
          patches[knot] = refined(knot, expected(knot));
          edge.add(knot);
        }
      }
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int knot = 0; knot < patches.length && !deadline.passed(); knot++) {
        patches[knot] = refined(knot, expected(knot));
      }
    }
    double[] x = new double[patches.length];
    double[] y = new double[patches.length];
    for (int knot = 0; knot < patches.length; knot++) {
      x[knot] = patches[knot].x;
      y[knot] = patches[knot].y;
    }
    return new Mesh(dimension, x, y);
  }

  private List<Integer> beside(int knot) {
    List<Integer> list = new ArrayList<>();
    int column = knot % knots;
    if (column > 0) {
      list.add(knot - 1);
    }
    if (column < knots - 1) {
      list.add(knot + 1);
    }
    if (knot >= knots) {
      list.add(knot - knots);
    }
    if (knot < patches.length - knots) {
      list.add(knot + knots);
    }
    return list;
  }

  /** Where the patches around lead; each as much as its contrast. */
  private Patch expected(int knot) {
    double[] sum = new double[PARAMETERS];
    double weights = 0;
    for (int other : beside(knot)) {
      Patch patch = patches[other];
      if (patch != null) {
        int right = knot % knots - other % knots;
        int down = knot / knots - other / knots;
        double weight = patch.contrast + 1;
        sum[0] += weight * (patch.x + step * (right * patch.ax + down * patch.bx));
        sum[1] += weight * (patch.y + step * (right * patch.ay + down * patch.by));
        sum[2] += weight * patch.ax;
        sum[3] += weight * patch.ay;
        sum[4] += weight * patch.bx;
        sum[5] += weight * patch.by;
        weights += weight;
      }
    }
    return new Patch(
        sum[0] / weights,
        sum[1] / weights,
        sum[2] / weights,
        sum[3] / weights,
        sum[4] / weights,
        sum[5] / weights,
        0);
  }

  private Patch refined(int knot, Patch expected) {
    double u = Mesh.MARGIN + step * (knot % knots);
    double v = Mesh.MARGIN + step * (knot / knots);
    double start = contrast(u, v, expected);
    double top = start;
    Patch best = expected.with(top);
    for (double by : STEPS) {
      boolean better = true;
      for (int round = 0; round < ROUNDS && better && !deadline.passed(); round++) {
        better = false;
        for (int parameter = 0; parameter < PARAMETERS; parameter++) {
          for (int side = -1; side <= 1; side += 2) {
            Patch moved = best.moved(parameter, side * by);
            double contrast = contrast(u, v, moved);
            double value = contrast - STIFF * Math.max(start, contrast) * moved.apart(expected);
            if (value > top) {
              top = value;
              best = moved.with(contrast);
              better = true;
            }
          }
        }
      }
    }
    return best;
  }

  /** How much the modules of a patch differ from their mean; against what is known if it is. */
  private double contrast(double u, double v, Patch patch) {
    int left = Math.max(0, (int) Math.ceil(u - REACH - 0.5));
    int right = Math.min(dimension - 1, (int) Math.floor(u + REACH - 0.5));
    int top = Math.max(0, (int) Math.ceil(v - REACH - 0.5));
    int bottom = Math.min(dimension - 1, (int) Math.floor(v + REACH - 0.5));
    int count = 0;
    double sum = 0;
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double du = column + 0.5 - u;
        double dv = row + 0.5 - v;
        double x = patch.x + du * patch.ax + dv * patch.bx;
        double y = patch.y + du * patch.ay + dv * patch.by;
        double value = grey(x, y, patch);
        seen[count] = value;
        sign[count++] = patterns.known()[row * dimension + column];
        sum += value;
      }
    }
    double mean = sum / count;
    double contrast = 0;
    double weights = 0;
    for (int i = 0; i < count; i++) {
      boolean known = sign[i] != 0;
      contrast += known ? KNOWN * dark * sign[i] * (seen[i] - mean) : Math.abs(seen[i] - mean);
      weights += known ? KNOWN : 1;
    }
    return contrast / weights;
  }

  private double grey(double x, double y, Patch patch) {
    double ax = OFF_CENTRE * patch.ax;
    double ay = OFF_CENTRE * patch.ay;
    double bx = OFF_CENTRE * patch.bx;
    double by = OFF_CENTRE * patch.by;
    return (2 * image.sample(x, y)
            + image.sample(x + ax, y + ay)
            + image.sample(x - ax, y - ay)
            + image.sample(x + bx, y + by)
            + image.sample(x - bx, y - by))
        / 6;
  }
}
