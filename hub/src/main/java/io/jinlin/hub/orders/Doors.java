package io.jinlin.hub.orders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The doors of those who ordered, by person. */
public final class Doors {
  private static final Door NOWHERE = new Door(0, "*", "", 0, 0, 0, 0);

  private final Map<Long, Door> doors = new HashMap<>();

  Doors(List<Door> doors) {
    doors.forEach(door -> this.doors.put(door.person(), door));
  }

  /** The door of a person; one without name and address for a number that nobody has. */
  public Door of(long person) {
    return doors.getOrDefault(person, NOWHERE);
  }
}
