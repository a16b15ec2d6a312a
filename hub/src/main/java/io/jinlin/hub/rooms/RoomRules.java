package io.jinlin.hub.rooms;

import io.jinlin.contract.event.Check;
import java.util.Map;
import java.util.Optional;

/**
 * How places lie.
 *
 * @param within the place in which another lies, by the inner one: who is in a zone is in its hall
 * @param doors where a door leads besides the place whose door it is, by the door's name: who goes
 *     in at the one comes out of the other
 */
public record RoomRules(Map<String, String> within, Map<String, String> doors) {
  /** Most entries of either kind. */
  public static final int MAX_RULES = 100;

  /** Deepest nesting. */
  public static final int MAX_DEPTH = 4;

  /** A site whose places lie side by side. */
  public static final RoomRules NONE = new RoomRules(Map.of(), Map.of());

  public RoomRules {
    within = Map.copyOf(within);
    doors = Map.copyOf(doors);
    Check.range("within", within.size(), 0, MAX_RULES);
    Check.range("doors", doors.size(), 0, MAX_RULES);
    for (String place : within.keySet()) {
      checkEnds(place, within);
    }
  }

  private static void checkEnds(String place, Map<String, String> within) {
    String at = place;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      Optional<String> outer = Optional.ofNullable(within.get(at));
      if (outer.isEmpty()) {
        return;
      }
      at = outer.get();
    }
    throw new IllegalArgumentException("places lie within each other in a circle or too deep");
  }

  /** Whether a place lies somewhere within another, or is it. */
  public boolean isWithin(String place, String outer) {
    Optional<String> at = Optional.of(place);
    while (at.isPresent()) {
      if (at.get().equals(outer)) {
        return true;
      }
      at = Optional.ofNullable(within.get(at.get()));
    }
    return false;
  }
}
