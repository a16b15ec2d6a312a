package io.jinlin.contract.page;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Weekdays as digits in order, 1 for Monday to 7 for Sunday (ISO 8601): {@code 12345}. */
public final class Weekdays {
  private Weekdays() {}

  /** The digits. */
  public static String text(Set<DayOfWeek> days) {
    StringBuilder text = new StringBuilder();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (days.contains(day)) {
        text.append(day.getValue());
      }
    }
    return text.toString();
  }

  /** Reads the digits; empty for anything that {@link #text} does not write. */
  public static Optional<Set<DayOfWeek>> parse(String text) {
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (text.indexOf('0' + day.getValue()) >= 0) {
        days.add(day);
      }
    }
    return !days.isEmpty() && text(days).equals(text) ? Optional.of(days) : Optional.empty();
  }
}
