package io.jinlin.e2e.bench;

import java.util.Arrays;

/** Measured values of one kind. */
record Sample(double[] sorted) {
  Sample {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    sorted = sorted.clone();
    Arrays.sort(sorted);
  }

  double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The value that 99 of 100 do not exceed (nearest rank). */
  double p99() {
    return sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
  }

  double least() {
    return sorted[0];
  }

  double most() {
    return sorted[sorted.length - 1];
  }
}
