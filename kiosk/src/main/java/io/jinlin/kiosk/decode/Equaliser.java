package io.jinlin.kiosk.decode;

/**
 * Undoes what defocus, motion and bloom do to a module: a bit of each neighbour in its grey. How
 * much of which neighbour is learned from the modules whose colour is known beforehand, as a modem
 * learns its line from a training sequence (Lucky 1965), and then from its own decisions.
 */
final class Equaliser {
  /** Neighbours that count, in modules either way. */
  static final int REACH = 2;

  private static final int SPAN = 2 * REACH + 1;
  private static final int TAPS = SPAN * SPAN;

  /** Rounds of learning: the first from the known modules alone. */
  private static final int ROUNDS = 4;

  /** Keeps weights small where the known modules say little, as a part of the mean square. */
  private static final double RIDGE = 0.02;

  /** Known modules count for so many of the equaliser's own decisions. */
  private static final double TRUST = 2;

  private final int dimension;
  private final int stride;
  private final float[] seen;
  private final FunctionPatterns patterns;

  /**
   * @param seen darkness against the surroundings, with a margin of {@link #REACH} modules around
   */
  Equaliser(int dimension, float[] seen, FunctionPatterns patterns) {
    this.dimension = dimension;
    this.stride = dimension + 2 * REACH;
    this.seen = seen;
    this.patterns = patterns;
  }

  /** Darkness of each module, about 1 for dark and −1 for light; empty when nothing was learned. */
  float[] values() {
    float[] out = new float[0];
    for (int round = 0; round < ROUNDS; round++) {
      double[] weights = learn(out);
      if (weights.length == 0) {
        return out;
      }
      out = apply(weights);
    }
    return out;
  }

  private double[] learn(float[] decided) {
    double[][] normal = new double[TAPS + 1][TAPS + 2];
    double[] taps = new double[TAPS + 1];
    byte[] known = patterns.known();
    double sum = 0;
    double weightSum = 0;
    for (int i = 0; i < known.length; i++) {
      double target = known[i];
      double weight = TRUST;
      if (target == 0) {
        if (decided.length == 0) {
          continue;
        }
        target = Math.signum(decided[i]);
        weight = Math.min(1, Math.abs(decided[i]));
      }
      fill(taps, i);
      sum += weight * taps[TAPS / 2] * taps[TAPS / 2];
      weightSum += weight;
      for (int row = 0; row <= TAPS; row++) {
        double scaled = weight * taps[row];
        for (int column = row; column <= TAPS; column++) {
          normal[row][column] += scaled * taps[column];
        }
        normal[row][TAPS + 1] += scaled * target;
      }
    }
    double ridge = RIDGE * sum + 1e-3 * weightSum;
    for (int row = 0; row <= TAPS; row++) {
      for (int column = 0; column < row; column++) {
        normal[row][column] = normal[column][row];
      }
      normal[row][row] += row == TAPS ? 1e-3 * weightSum : ridge;
    }
    return Linear.solve(normal);
  }

  private void fill(double[] taps, int module) {
    int from = module / dimension * stride + module % dimension;
    int tap = 0;
    for (int dy = 0; dy < SPAN; dy++) {
      for (int dx = 0; dx < SPAN; dx++) {
        taps[tap++] = seen[from + dy * stride + dx];
      }
    }
    taps[tap] = 1;
  }

  private float[] apply(double[] weights) {
    float[] out = new float[dimension * dimension];
    double[] taps = new double[TAPS + 1];
    for (int i = 0; i < out.length; i++) {
      fill(taps, i);
      double sum = 0;
      for (int tap = 0; tap <= TAPS; tap++) {
        sum += weights[tap] * taps[tap];
      }
      out[i] = (float) sum;
    }
    return out;
  }
}
