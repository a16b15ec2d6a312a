package io.jinlin.hub.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * On which days of which weeks.
 *
 * @param slots by day of the week; none for a series that has single dates only
 * @param everyWeeks 1 for every week, 2 for every other …, 1–{@value #MAX_WEEKS}; weeks begin on
 *     Monday and are counted from that of {@code from}
 * @param from the first day on which it can be
 * @param until the last, included; none for as long as nobody ends it
 */
public record WeekRule(
    Map<DayOfWeek, Slot> slots, int everyWeeks, LocalDate from, Optional<LocalDate> until) {
  /** Most weeks from one to the next. */
  public static final int MAX_WEEKS = 52;

  public WeekRule {
    EnumMap<DayOfWeek, Slot> copy = new EnumMap<>(DayOfWeek.class);
    copy.putAll(slots);
    slots = Collections.unmodifiableMap(copy);
    if (everyWeeks < 1 || everyWeeks > MAX_WEEKS) {
      throw new InvalidTimetable("weeks", String.valueOf(everyWeeks));
    }
    if (until.isPresent() && until.get().isBefore(from)) {
      throw new InvalidTimetable("until-before-from", from + "–" + until.get());
    }
    if (from.getYear() < 2000 || from.getYear() > 2200) {
      throw new InvalidTimetable("date", from.toString());
    }
  }

  /** One date and no more. */
  public static WeekRule once(LocalDate date, Slot slot) {
    return new WeekRule(Map.of(date.getDayOfWeek(), slot), 1, date, Optional.of(date));
  }

  /** From when to when on a date; empty when it is not one of the rule's. */
  public Optional<Slot> on(LocalDate date) {
    if (date.isBefore(from) || until.map(date::isAfter).orElse(false)) {
      return Optional.empty();
    }
    long weeks = ChronoUnit.WEEKS.between(monday(from), monday(date));
    return weeks % everyWeeks == 0
        ? Optional.ofNullable(slots.get(date.getDayOfWeek()))
        : Optional.empty();
  }

  private static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
