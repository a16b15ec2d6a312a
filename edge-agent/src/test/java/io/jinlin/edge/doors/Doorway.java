package io.jinlin.edge.doors;

import io.jinlin.contract.event.Fact.Passage.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A door with two beams 8 cm apart, and people who walk through it by the millisecond. */
final class Doorway {
  static final double SPACING_M = 0.08;
  private static final double APPROACH_M = 0.3;
  private static final long GLITCH_REST_MS = 10;

  private final BeamPair pair = new BeamPair(BeamSettings.DEFAULT);
  private final List<Direction> through = new ArrayList<>();
  private final Random random;
  private final double glitchChance;
  private long nowMs = 1_000;

  /** A body: where its front is after a time in seconds, and how long it is from front to back. */
  record Walker(DoubleUnaryOperator front, double length) {
    boolean breaks(double beamAt, double seconds) {
      double position = front.applyAsDouble(seconds);
      return position >= beamAt && position - length <= beamAt;
    }
  }

  Doorway(long seed, double glitchChance) {
    random = new Random(seed);
    this.glitchChance = glitchChance;
  }

  /** Walks all the way. */
  static Walker steady(double startSeconds, double speed, double length) {
    return new Walker(t -> (t - startSeconds) * speed - APPROACH_M, length);
  }

  /** Walks to a point, and back. */
  static Walker turning(double speed, double length, double furthest) {
    double turn = (furthest + APPROACH_M) / speed;
    return new Walker(
        t -> t < turn ? t * speed - APPROACH_M : furthest - (t - turn) * speed, length);
  }

  /** Stops on the way for a time, swaying by a centimetre, then goes on. */
  static Walker loitering(double speed, double length, double stop, double seconds) {
    double arrival = (stop + APPROACH_M) / speed;
    return new Walker(
        t -> {
          if (t < arrival) {
            return t * speed - APPROACH_M;
          }
          return t < arrival + seconds
              ? stop + 0.01 * Math.sin((t - arrival) * 3)
              : stop + (t - arrival - seconds) * speed;
        },
        length);
  }

  /** Lets people walk in for some seconds, or out, and then nobody for one. */
  Doorway walk(Direction direction, double seconds, Walker... walkers) {
    boolean[] level = new boolean[Beam.values().length];
    long glitchUntil = 0;
    long end = nowMs + (long) (seconds * 1_000);
    for (long ms = nowMs; ms < end + 1_000; ms++) {
      double t = (ms - nowMs) / 1_000.0;
      if (ms > glitchUntil + GLITCH_REST_MS && random.nextDouble() < glitchChance) {
        glitchUntil = ms + 1 + random.nextInt(2);
      }
      for (Beam beam : Beam.values()) {
        boolean near = (beam == Beam.OUTER) == (direction == Direction.IN);
        boolean broken = ms < end && broken(walkers, near ? 0 : SPACING_M, t);
        boolean seen = broken ^ (ms < glitchUntil);
        if (seen != level[beam.ordinal()]) {
          level[beam.ordinal()] = seen;
          through.addAll(pair.beam(beam, seen, nanos(ms)));
        }
      }
      if (ms % 50 == 0) {
        through.addAll(pair.tick(nanos(ms), true));
      }
    }
    nowMs = end + 1_000;
    return this;
  }

  private static boolean broken(Walker[] walkers, double beamAt, double seconds) {
    for (Walker walker : walkers) {
      if (walker.breaks(beamAt, seconds)) {
        return true;
      }
    }
    return false;
  }

  private static long nanos(long ms) {
    return ms * 1_000_000;
  }

  List<Direction> through() {
    return through;
  }

  BeamPair pair() {
    return pair;
  }
}
