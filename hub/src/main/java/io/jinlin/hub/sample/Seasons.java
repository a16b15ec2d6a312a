package io.jinlin.hub.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/** What the calendar does to a community centre on the southern coast. */
final class Seasons {

  /** New year's day of the lunar calendar, by the Hong Kong Observatory's tables. */
  private static final Map<Integer, LocalDate> SPRING_FESTIVAL =
      Map.of(
          2024, LocalDate.of(2024, 2, 10),
          2025, LocalDate.of(2025, 1, 29),
          2026, LocalDate.of(2026, 2, 17),
          2027, LocalDate.of(2027, 2, 6),
          2028, LocalDate.of(2028, 1, 26),
          2029, LocalDate.of(2029, 2, 13),
          2030, LocalDate.of(2030, 2, 3));

  private static final int DAYS_BEFORE = 1;
  private static final int DAYS_AFTER = 5;

  private Seasons() {}

  /** Spring Festival, and one day of typhoon each September. */
  static boolean closed(LocalDate day) {
    return festival(day) || typhoon(day);
  }

  static boolean festival(LocalDate day) {
    LocalDate newYear = SPRING_FESTIVAL.get(day.getYear());
    return newYear != null
        && !day.isBefore(newYear.minusDays(DAYS_BEFORE))
        && !day.isAfter(newYear.plusDays(DAYS_AFTER));
  }

  static boolean typhoon(LocalDate day) {
    return day.getMonthValue() == 9 && day.getDayOfMonth() == 8 + day.getYear() % 12;
  }

  /** How many come compared with an ordinary day, 0–1.2. */
  static double crowd(LocalDate day) {
    if (closed(day)) {
      return 0;
    }
    double weekend = day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.75 : 1;
    return rainy(day) ? weekend * 0.62 : weekend;
  }

  /** Rain, on Mondays more often than on others, as people there complain. */
  static boolean rainy(LocalDate day) {
    long mixed = day.toEpochDay() * 0x9E3779B97F4A7C15L >>> 40;
    int percent = day.getDayOfWeek() == DayOfWeek.MONDAY ? 55 : 18;
    return mixed % 100 < percent;
  }
}
