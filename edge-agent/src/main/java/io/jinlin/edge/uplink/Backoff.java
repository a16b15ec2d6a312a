package io.jinlin.edge.uplink;

import java.util.random.RandomGenerator;

/** Ever longer pauses between attempts, never the same for two devices. */
final class Backoff {
  /** Pause after the first failure, in milliseconds. */
  static final long FIRST_MS = 500;

  /** Longest pause, in milliseconds. */
  static final long LONGEST_MS = 15_000;

  private final RandomGenerator random;
  private long next = FIRST_MS;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** Between half and the whole of a pause that doubles up to {@link #LONGEST_MS}. */
  long pauseMillis() {
    long pause = next / 2 + random.nextLong(next / 2 + 1);
    next = Math.min(LONGEST_MS, next * 2);
    return pause;
  }

  void reset() {
    next = FIRST_MS;
  }
}
