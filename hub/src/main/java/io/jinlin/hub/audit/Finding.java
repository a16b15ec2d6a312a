package io.jinlin.hub.audit;

import io.jinlin.hub.live.Entry;
import java.util.List;

/**
 * Something to look at.
 *
 * @param detail a date ({@code 2026-10-02}: of death, or on which a card was revoked), a number of
 *     seconds (between two places, or two scans), {@link #CLOSED}, or portions served and cooked
 *     ({@code 61/60}); empty when the events say all
 * @param events what it is about, oldest first
 */
public record Finding(Flag flag, String detail, List<Entry> events) {
  /** Detail of a meal while the canteen was closed (停开). */
  public static final String CLOSED = "closed";

  public Finding {
    events = List.copyOf(events);
  }

  /** When the last of its events happened, milliseconds since 1970 UTC. */
  public long atMillis() {
    return events.get(events.size() - 1).atMillis();
  }
}
