package io.jinlin.hub.orders;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.Occasion;
import java.time.LocalDate;
import java.util.Map;

/** What staff do with orders and at doors; each is an entry of the hub's journal. */
sealed interface OrderDeed {
  /** An order was taken. */
  record Placed(Order order, String by, long atMillis) implements OrderDeed {}

  /** An order ends before a day. */
  record Ended(String order, LocalDate end, String by, long atMillis) implements OrderDeed {}

  /** An order does not hold on one day, or holds again. */
  record Skipped(String order, LocalDate day, boolean again, String by, long atMillis)
      implements OrderDeed {}

  /** A person is away. */
  record Paused(Pause pause, String by, long atMillis) implements OrderDeed {}

  /** A pause ends before a day. */
  record Resumed(String pause, LocalDate end, String by, long atMillis) implements OrderDeed {}

  /** Until when orders can be changed, by meal. */
  record CutOffsSet(Map<String, CutOff> cutOffs, String by, long atMillis) implements OrderDeed {
    public CutOffsSet {
      cutOffs.keySet().forEach(meal -> Check.id("meal", meal));
      cutOffs = Map.copyOf(cutOffs);
    }
  }

  /** Somebody was at a door. */
  record Visited(Visit visit) implements OrderDeed {}

  /** Somebody tried to reach a person who had not opened. */
  record Tried(Occasion occasion, long person, DoorTask.Step step) implements OrderDeed {}
}
