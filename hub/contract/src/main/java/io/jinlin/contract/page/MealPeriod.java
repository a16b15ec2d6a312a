package io.jinlin.contract.page;

import io.jinlin.contract.event.Check;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * A meal of the day.
 *
 * @param id for example {@code lunch}, the id of its occasion; two periods of different weekdays
 *     may have the same
 * @param opens first minute, by the site's zone
 * @param closes the minute after the last; later than {@code opens}
 * @param days the weekdays on which it is served, one at least
 */
public record MealPeriod(
    String id,
    String name,
    String nameEnglish,
    LocalTime opens,
    LocalTime closes,
    Set<DayOfWeek> days) {
  /** Monday to Sunday. */
  public static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());

  public MealPeriod {
    Check.id("meal", id);
    Check.note("name", name);
    Check.note("name_english", nameEnglish);
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException("meal closes before it opens");
    }
    if (days.isEmpty()) {
      throw new IllegalArgumentException("meal on no weekday");
    }
    days = Set.copyOf(days);
  }

  /** A meal of every day. */
  public MealPeriod(String id, String name, String nameEnglish, LocalTime opens, LocalTime closes) {
    this(id, name, nameEnglish, opens, closes, EVERY_DAY);
  }

  /** Whether a moment of a common weekday belongs to both, or both are called the same on it. */
  boolean collidesWith(MealPeriod other) {
    EnumSet<DayOfWeek> common = EnumSet.copyOf(days);
    common.retainAll(other.days);
    boolean apart = !opens.isBefore(other.closes) || !other.opens.isBefore(closes);
    return !common.isEmpty() && (!apart || id.equals(other.id));
  }
}
