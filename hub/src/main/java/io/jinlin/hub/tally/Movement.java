package io.jinlin.hub.tally;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Outcome;

/** People who moved into or out of a place, as one event saw it. */
public record Movement(int doorIn, int doorOut, int scanIn, int scanOut) {
  /** Nobody moved. */
  public static final Movement NONE = new Movement(0, 0, 0, 0);

  /**
   * The movement of a fact: an accepted scan of somebody who is there, a meal served without a card
   * at the counter, a departure or a passage; else none.
   */
  public static Movement of(Fact fact) {
    if (fact instanceof Fact.Scan scan) {
      return scan.outcome() == Outcome.ACCEPTED && scan.isSighting()
          ? new Movement(0, 0, 1, 0)
          : NONE;
    }
    if (fact instanceof Fact.Serving serving) {
      boolean came =
          serving.kind() != Fact.Serving.Kind.SECOND_PORTION
              && serving.kind() != Fact.Serving.Kind.DELIVERED;
      return came ? new Movement(0, 0, serving.portions(), 0) : NONE;
    }
    if (fact instanceof Fact.Departure) {
      return new Movement(0, 0, 0, 1);
    }
    if (fact instanceof Fact.Passage passage) {
      return passage.direction() == Fact.Passage.Direction.IN
          ? new Movement(passage.people(), 0, 0, 0)
          : new Movement(0, passage.people(), 0, 0);
    }
    return NONE;
  }

  /** Both together. */
  public Movement plus(Movement other) {
    return new Movement(
        doorIn + other.doorIn,
        doorOut + other.doorOut,
        scanIn + other.scanIn,
        scanOut + other.scanOut);
  }

  /** Taken back. */
  public Movement negated() {
    return new Movement(-doorIn, -doorOut, -scanIn, -scanOut);
  }
}
