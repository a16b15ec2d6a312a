package io.jinlin.e2e.bench.reader;

import java.util.Random;

/**
 * How a hand holds a card: physiological tremor of 4 to 8 Hz over a slow drift, and half a second
 * of coming nearer.
 *
 * @param tremor amplitude, in millimetres
 * @param hertz of the tremor
 * @param drift amplitude, in millimetres
 * @param phase in radians
 */
record Hand(double tremor, double hertz, double drift, double phase) {
  /** The card comes from this much further away, as a share of its distance. */
  private static final double APPROACH = 0.3;

  private static final double APPROACH_S = 0.5;

  /** Exposure in bright and in dim light, in seconds. */
  private static final double BRIGHT_S = 1 / 120.0;

  private static final double DIM_S = 1 / 40.0;

  static Hand draw(Random random) {
    return new Hand(
        0.1 + 0.5 * random.nextDouble(),
        4 + 4 * random.nextDouble(),
        1 + 4 * random.nextDouble(),
        random.nextDouble() * 2 * Math.PI);
  }

  Pose hold(Pose pose, double seconds) {
    double fast = 2 * Math.PI * hertz * seconds + phase;
    double slow = 2 * Math.PI * 0.35 * seconds + phase;
    double away = Math.max(0, 1 - seconds / APPROACH_S) * APPROACH * pose.distance();
    return pose.moved(
        tremor * Math.sin(fast) + drift * Math.sin(slow),
        tremor * Math.cos(1.13 * fast) + drift * Math.cos(slow),
        -away,
        0.012 * Math.sin(slow + 1) + 0.006 * tremor * Math.sin(fast + 2),
        0.03 * Math.sin(slow + 2) + 0.01 * tremor * Math.sin(fast));
  }

  /** Pixels the code's middle moves while the shutter is open. */
  double[] movedPixels(Pose pose, double seconds, double dim) {
    double exposure = BRIGHT_S * Math.pow(DIM_S / BRIGHT_S, dim);
    Pose before = hold(pose, seconds - exposure / 2);
    Pose after = hold(pose, seconds + exposure / 2);
    return new double[] {after.centreX() - before.centreX(), after.centreY() - before.centreY()};
  }

  /** A fault that is not the same all the time: a focus that hunts, a hand that pauses. */
  double comesAndGoes(double seconds, int which) {
    return 0.75 + 0.45 * Math.sin(2 * Math.PI * 0.9 * seconds + phase * (which + 1));
  }
}
