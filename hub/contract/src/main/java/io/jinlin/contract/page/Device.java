package io.jinlin.contract.page;

import io.jinlin.contract.event.Check;

/**
 * What a device is.
 *
 * @param place where it stands
 * @param role what it does there
 * @param ticketBase clinic numbers of this device are {@code ticketBase + 1} to {@code + 99}; no
 *     two devices of a site have the same, so no number is given twice by kiosks that cannot see
 *     each other; 0 for none
 */
public record Device(String id, String name, String place, Role role, int ticketBase) {
  /** Numbers that one device can give in a day before it asks for staff. */
  public static final int TICKETS = 99;

  /** What a device does. */
  public enum Role {
    /** Cards on the way in: everything but departures. */
    ENTRANCE,
    /** Cards on the way out. */
    EXIT,
    /** Beams only. */
    DOOR
  }

  public Device {
    Check.id("device", id);
    Check.note("name", name);
    Check.id("place", place);
    Check.range("ticket_base", ticketBase, 0, 9_900);
  }

  /** Whether one of its numbers is also one of those that begin after another base. */
  public boolean sharesTicketsWith(int otherBase) {
    return ticketBase > 0 && Math.abs(ticketBase - otherBase) < TICKETS;
  }
}
