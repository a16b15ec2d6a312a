package io.jinlin.edge.doors;

import io.jinlin.contract.event.Fact.Passage.Direction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows one body at a time through the two beams. It has crossed when it broke one beam first,
 * then stood in both, and cleared the other one last; whoever turns back clears last the beam he
 * broke first, and counts for nothing.
 *
 * <p>Somebody close behind breaks the first beam again before the second is clear. So does somebody
 * who steps back, but a body is longer than the beams are apart: he needs longer from there to
 * clear the second beam than he took from beam to beam, and the one ahead of a follower does not.
 *
 * <p>People side by side are one body to beams of light. Two people who meet within the beams may
 * count as one, in the direction of whoever was first in.
 */
final class Crossing {
  /** Longest time from beam to beam that says something about a walk, in nanoseconds. */
  private static final long WALK_NANOS = 400_000_000;

  /** Nobody is that fast from beam to beam: the power of both dipped. In nanoseconds. */
  private static final long DIP_NANOS = 5_000_000;

  private static final int SLACK_PERCENT = 120;

  private final long gapNanos;
  private @Nullable Beam first;
  private boolean abandoned;
  private long startedAt;
  private long walkNanos;
  private boolean stoodInBoth;
  private boolean brokenAgain;
  private long brokenAgainAt;

  Crossing(long gapNanos) {
    this.gapNanos = gapNanos;
  }

  /**
   * One beam changed.
   *
   * @param broken whether it is broken now
   * @param otherBroken whether the other one is
   * @return the direction of a body that is through
   */
  Optional<Direction> change(Beam beam, boolean broken, boolean otherBroken, long nanos) {
    if (abandoned) {
      abandoned = broken || otherBroken;
      return Optional.empty();
    }
    return broken ? entered(beam, otherBroken, nanos) : left(beam, otherBroken, nanos);
  }

  private Optional<Direction> entered(Beam beam, boolean otherBroken, long nanos) {
    if (!otherBroken) {
      start(beam, nanos);
    } else if (!stoodInBoth) {
      stoodInBoth = true;
      walkNanos = nanos - startedAt;
      if (walkNanos < DIP_NANOS) {
        abandon();
      }
    } else if (beam == first) {
      brokenAgain = true;
      brokenAgainAt = nanos;
    }
    return Optional.empty();
  }

  private Optional<Direction> left(Beam beam, boolean otherBroken, long nanos) {
    if (first == null) {
      return Optional.empty();
    }
    Beam origin = first;
    if (!otherBroken) {
      first = null;
      return beam == origin ? Optional.empty() : Optional.of(towards(beam));
    }
    boolean followed = brokenAgain && beam == origin.other() && isWalk(nanos - brokenAgainAt);
    brokenAgain = false;
    if (!followed) {
      return Optional.empty();
    }
    start(origin, brokenAgainAt);
    return Optional.of(towards(beam));
  }

  private boolean isWalk(long nanos) {
    long walk = Math.min(walkNanos, WALK_NANOS) * SLACK_PERCENT / 100;
    return nanos <= walk + gapNanos;
  }

  private void start(Beam beam, long nanos) {
    first = beam;
    startedAt = nanos;
    stoodInBoth = false;
    brokenAgain = false;
  }

  /** A thing stands in the beams: nothing counts until both are clear. */
  void abandon() {
    first = null;
    abandoned = true;
  }

  private static Direction towards(Beam last) {
    return last == Beam.INNER ? Direction.IN : Direction.OUT;
  }
}
