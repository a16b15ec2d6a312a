package io.jinlin.hub.audit;

import io.jinlin.hub.live.Entry;
import java.util.List;

/**
 * Something to look at.
 *
 * @param detail a date ({@code 2026-10-02}: of death, or on which a card was revoked) or a number
 *     of seconds (between two places, or two scans); empty when the events say all
 * @param events what it is about, oldest first
 */
public record Finding(Flag flag, String detail, List<Entry> events) {
  public Finding {
    events = List.copyOf(events);
  }

  /** When the last of its events happened, milliseconds since 1970 UTC. */
  public long atMillis() {
    return events.get(events.size() - 1).atMillis();
  }
}
