package io.jinlin.hub.clinic;

import io.jinlin.contract.event.Check;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the clinic sets itself.
 *
 * @param preferAge from which age people go first, in years; 0 for no age
 * @param preferDisability whether people with a severe disability or in need of care go first
 * @param ordinaryAfter after so many who went first one of the others is called, so that nobody
 *     waits for ever; 0 for never
 * @param walkInBase numbers for people without a card are {@code walkInBase + 1} to {@code + 99}
 * @param rooms in the order in which they are offered
 */
public record ClinicRules(
    int preferAge, boolean preferDisability, int ordinaryAfter, int walkInBase, List<Room> rooms) {
  /** Most rooms. */
  public static final int MAX_ROOMS = 12;

  /** Plates with a number that nurses lend have 1 to this. */
  public static final int MAX_PLATE = 99;

  /** Before anybody set anything. */
  public static final ClinicRules DEFAULT =
      new ClinicRules(
          80,
          true,
          2,
          900,
          List.of(
              new Room("room-1", "诊室1", "Room 1"),
              new Room("room-2", "诊室2", "Room 2"),
              new Room("room-3", "诊室3", "Room 3"),
              new Room("pharmacy", "药房窗口", "Pharmacy")));

  private static final int OLDEST = 130;
  private static final int LONGEST_RUN = 20;
  private static final int HUNDRED = 100;
  private static final int HIGHEST_BASE = 9_900;

  public ClinicRules {
    Check.range("preferAge", preferAge, 0, OLDEST);
    Check.range("ordinaryAfter", ordinaryAfter, 0, LONGEST_RUN);
    Check.range("walkInBase", walkInBase, HUNDRED, HIGHEST_BASE);
    Check.range("rooms", rooms.size(), 1, MAX_ROOMS);
    if (walkInBase % HUNDRED != 0) {
      throw new IllegalArgumentException("walkInBase is not a whole hundred");
    }
    Set<String> ids = new HashSet<>();
    if (!rooms.stream().map(Room::id).allMatch(ids::add)) {
      throw new IllegalArgumentException("rooms have the same id");
    }
    rooms = List.copyOf(rooms);
  }

  /** The room of this id. */
  public Optional<Room> room(String id) {
    return rooms.stream().filter(room -> room.id().equals(id)).findFirst();
  }
}
