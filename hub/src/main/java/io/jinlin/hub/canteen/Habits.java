package io.jinlin.hub.canteen;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the days before say of a meal. Plain enough to be told to a cook in one line: medians, so
 * that a rainy Monday or a feast moves nothing, and bounds on what is added to them.
 */
public final class Habits {
  /** How far back it looks, in weeks. */
  public static final int WEEKS = 9;

  /** The last days whose difference from their weekdays is the trend. */
  private static final int TREND_DAYS = 10;

  /** Neither trend nor timetable moves the usual figure further, in percent. */
  private static final int MOST_PERCENT = 20;

  /** Days whose errors are averaged. */
  private static final int ERROR_DAYS = 10;

  private static final Week NO_WEEK = new Week(0, 0);

  private final List<Day> days;

  /**
   * A day on which the meal was served.
   *
   * @param walkIns portions had without an order
   * @param ordered portions that were ordered
   * @param classes people enrolled in the classes that end in the hours before the meal
   */
  public record Day(LocalDate date, int walkIns, int ordered, int classes) {
    /** All portions. */
    public int portions() {
      return walkIns + ordered;
    }
  }

  /**
   * @param days in any order; those on which nothing was served are left out
   */
  public Habits(List<Day> days) {
    this.days = days.stream().sorted(Comparator.comparing(Day::date)).toList();
  }

  /** The forecast for a day from the days before it; nothing later is used. */
  public Forecast forecast(LocalDate date, int ordered, int classes) {
    List<Day> known = before(date);
    List<Day> same = of(known, date.getDayOfWeek());
    List<Day> like = like(known, same);
    int usual = median(like.stream().map(Day::walkIns).toList());
    int usualClasses = median(like.stream().map(Day::classes).toList());
    Map<DayOfWeek, Week> week = week(known);
    double more = slope(known, week) * (classes - usualClasses);
    return new Forecast(
        date,
        ordered,
        usual,
        bounded(more, usual),
        bounded(trend(known, week), usual),
        same.size());
  }

  /** The days on which the forecast for a day rests: the same weekdays, else all that are known. */
  public List<Day> like(LocalDate date) {
    List<Day> known = before(date);
    return like(known, of(known, date.getDayOfWeek()));
  }

  private static List<Day> like(List<Day> known, List<Day> same) {
    return same.isEmpty() ? known : same;
  }

  /** Whether anything is known from which a day could be forecast; without it only orders are. */
  public boolean knows(LocalDate date) {
    return !before(date).isEmpty();
  }

  /** The days before one on which the meal was served, the oldest first. */
  public List<Day> before(LocalDate date) {
    LocalDate first = date.minusWeeks(WEEKS);
    return days.stream()
        .filter(day -> day.date().isBefore(date) && !day.date().isBefore(first))
        .toList();
  }

  /** By how many portions the forecasts of the last days were wrong on average; empty for none. */
  public OptionalInt usualError(LocalDate date) {
    List<Day> known = before(date);
    List<Day> last = last(known, ERROR_DAYS);
    double sum = 0;
    int count = 0;
    for (Day day : last) {
      if (!before(day.date()).isEmpty()) {
        Forecast then = forecast(day.date(), day.ordered(), day.classes());
        sum += Math.abs(then.portions() - day.portions());
        count++;
      }
    }
    return count == 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.round(sum / count));
  }

  private record Week(int walkIns, int classes) {}

  private static Map<DayOfWeek, Week> week(List<Day> known) {
    Map<DayOfWeek, Week> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek weekday : DayOfWeek.values()) {
      List<Day> same = of(known, weekday);
      week.put(
          weekday,
          new Week(
              median(same.stream().map(Day::walkIns).toList()),
              median(same.stream().map(Day::classes).toList())));
    }
    return week;
  }

  /** How many portions one more in the classes made, beyond what is usual for the weekday: 0–1. */
  private static double slope(List<Day> known, Map<DayOfWeek, Week> week) {
    double both = 0;
    double classes = 0;
    for (Day day : known) {
      Week usual = week.getOrDefault(day.date().getDayOfWeek(), NO_WEEK);
      double more = day.classes() - usual.classes();
      both += more * (day.walkIns() - usual.walkIns());
      classes += more * more;
    }
    return classes == 0 ? 0 : Math.max(0, Math.min(1, both / classes));
  }

  /** The median difference of the last days from their weekdays. */
  private static double trend(List<Day> known, Map<DayOfWeek, Week> week) {
    return median(
        last(known, TREND_DAYS).stream()
            .map(
                day ->
                    day.walkIns() - week.getOrDefault(day.date().getDayOfWeek(), NO_WEEK).walkIns())
            .toList());
  }

  private static int bounded(double change, int usual) {
    double most = usual * MOST_PERCENT / 100.0;
    return (int) Math.round(Math.max(-most, Math.min(most, change)));
  }

  private static List<Day> of(List<Day> days, DayOfWeek weekday) {
    return days.stream().filter(day -> day.date().getDayOfWeek() == weekday).toList();
  }

  private static List<Day> last(List<Day> days, int count) {
    return days.subList(Math.max(0, days.size() - count), days.size());
  }

  /** The middle one, of two the mean; 0 of none. */
  private static int median(List<Integer> values) {
    if (values.isEmpty()) {
      return 0;
    }
    List<Integer> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : Math.round((sorted.get(middle - 1) + sorted.get(middle)) / 2f);
  }
}
