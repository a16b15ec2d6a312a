package io.jinlin.hub.orders;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.Way;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A standing order, or one for a single day: then {@code until} is the day after {@code from}.
 *
 * @param id names it; drawn by the hub
 * @param meal id of the meal period
 * @param way collected or delivered, or eaten here
 * @param weekdays on which it holds; all seven for a single day
 * @param from first day
 * @param until the day after the last; absent while it lasts; the same as {@code from} for one that
 *     was taken back before it began
 * @param note for kitchen and volunteer, up to {@value #MAX_NOTE_LENGTH} characters
 */
public record Order(
    String id,
    long person,
    String meal,
    Way way,
    Set<Diet> diets,
    Set<DayOfWeek> weekdays,
    LocalDate from,
    Optional<LocalDate> until,
    Source source,
    String note) {
  /** Longest note in characters. */
  public static final int MAX_NOTE_LENGTH = 80;

  /** How staff came to know of it. */
  public enum Source {
    CALL,
    FAMILY,
    VISIT,
    DESK
  }

  public Order {
    Check.id("order", id);
    Check.id("meal", meal);
    Check.range("note", note.length(), 0, MAX_NOTE_LENGTH);
    if (way == Way.BY_PROXY) {
      throw new IllegalArgumentException("an order is eaten here, collected or delivered");
    }
    if (weekdays.isEmpty()) {
      throw new IllegalArgumentException("weekdays is empty");
    }
    if (until.isPresent() && until.get().isBefore(from)) {
      throw new IllegalArgumentException("until is before from");
    }
    diets = Set.copyOf(diets);
    weekdays = Set.copyOf(weekdays);
  }

  /** Whether it holds on a day, leaving out skips and pauses. */
  boolean holds(LocalDate day) {
    return !day.isBefore(from)
        && until.map(day::isBefore).orElse(true)
        && weekdays.contains(day.getDayOfWeek());
  }

  /** Whether both could hold on one day. */
  boolean overlaps(Order other) {
    boolean before = until.map(end -> !other.from.isBefore(end)).orElse(false);
    boolean after = other.until.map(end -> !from.isBefore(end)).orElse(false);
    return person == other.person
        && meal.equals(other.meal)
        && !before
        && !after
        && weekdays.stream().anyMatch(other.weekdays::contains);
  }

  /** The same, ending before a day; before its own first day it never held. */
  Order endingOn(LocalDate end) {
    LocalDate until = end.isBefore(from) ? from : end;
    return new Order(
        id, person, meal, way, diets, weekdays, from, Optional.of(until), source, note);
  }
}
