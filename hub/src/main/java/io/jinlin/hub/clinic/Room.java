package io.jinlin.hub.clinic;

import io.jinlin.contract.event.Check;

/** A room people are called to, for example 诊室3. */
public record Room(String id, String zh, String en) {
  public Room {
    Check.id("room", id);
    Check.note("room zh", zh);
    Check.note("room en", en);
  }
}
