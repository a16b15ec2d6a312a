package io.jinlin.contract.page;

import io.jinlin.contract.event.Check;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A place and its rules.
 *
 * @param service what it is for
 * @param capacity people; 1 to {@value #MAX_CAPACITY}
 * @param softPercent from which part of the capacity it is "nearly full", 1–100
 * @param dwellMinutes how long a scan without a departure stands for presence, 1–1,440
 * @param failureRule for cards the kiosk does not know
 * @param earlyGraceMinutes how long before its opening a meal or queue is already answered, 0–120
 * @param sessionWindowMinutes how long before a session a scan already checks in, 0–240
 * @param meals for a canteen, not overlapping on any weekday; else empty
 * @param queues for a clinic; else empty
 */
public record Place(
    String id,
    String name,
    String nameEnglish,
    Service service,
    int capacity,
    int softPercent,
    int dwellMinutes,
    FailureRule failureRule,
    int earlyGraceMinutes,
    int sessionWindowMinutes,
    List<MealPeriod> meals,
    List<ClinicQueue> queues) {
  /** Most people a place can be set to hold. */
  public static final int MAX_CAPACITY = 2_000;

  /** Most meal periods in a day, and most queues. */
  public static final int MAX_RULES = 8;

  public Place {
    Check.id("place", id);
    Check.note("name", name);
    Check.note("name_english", nameEnglish);
    Check.range("capacity", capacity, 1, MAX_CAPACITY);
    Check.range("soft_percent", softPercent, 1, 100);
    Check.range("dwell_minutes", dwellMinutes, 1, 1_440);
    Check.range("early_grace_minutes", earlyGraceMinutes, 0, 120);
    Check.range("session_window_minutes", sessionWindowMinutes, 0, 240);
    Check.range("meals", meals.size(), 0, MAX_RULES);
    Check.range("queues", queues.size(), 0, MAX_RULES);
    checkApart(meals);
    meals = List.copyOf(meals);
    queues = List.copyOf(queues);
  }

  /** Refuses periods of which two are at one time on one weekday, or have one id on it. */
  static void checkApart(List<MealPeriod> meals) {
    for (int i = 0; i < meals.size(); i++) {
      for (int j = i + 1; j < meals.size(); j++) {
        if (meals.get(i).collidesWith(meals.get(j))) {
          throw new IllegalArgumentException(
              "meal periods overlap: " + meals.get(i).id() + " and " + meals.get(j).id());
        }
      }
    }
  }

  /**
   * The meals of a day, in order of time.
   *
   * @param day what staff have set for that day alone
   */
  public List<MealPeriod> mealsOn(LocalDate date, Optional<MealDay> day) {
    return day.flatMap(MealDay::periods).orElse(meals).stream()
        .filter(meal -> meal.days().contains(date.getDayOfWeek()))
        .sorted(Comparator.comparing(MealPeriod::opens))
        .toList();
  }

  /** The same place with other queues. */
  public Place with(List<ClinicQueue> others) {
    return new Place(
        id,
        name,
        nameEnglish,
        service,
        capacity,
        softPercent,
        dwellMinutes,
        failureRule,
        earlyGraceMinutes,
        sessionWindowMinutes,
        meals,
        others);
  }
}
