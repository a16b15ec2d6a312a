package io.jinlin.edge.doors;

import io.jinlin.contract.event.Fact.Passage.Direction;

/** Who wants to know of a door. Called on the door's executor. */
public interface DoorListener {
  /** Somebody went through. */
  void passed(Direction direction);

  /** Whether people should be coming, for finding a dead beam. */
  boolean openingHours();
}
