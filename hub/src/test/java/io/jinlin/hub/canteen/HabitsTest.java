package io.jinlin.hub.canteen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class HabitsTest {
  /** A Wednesday. */
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  private static List<Habits.Day> days(int count, ToIntFunction<LocalDate> walkIns) {
    List<Habits.Day> days = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      LocalDate date = DAY.minusDays(i);
      days.add(new Habits.Day(date, walkIns.applyAsInt(date), 0, 10));
    }
    return days;
  }

  private static int weekly(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.WEDNESDAY ? 160 : 120;
  }

  @Test
  void theWeekdayDecidesAndWhatIsOrderedComesOnTop() {
    Forecast forecast = new Habits(days(60, HabitsTest::weekly)).forecast(DAY, 12, 10);
    assertThat(forecast).isEqualTo(new Forecast(DAY, 12, 160, 0, 0, 8));
    assertThat(forecast.portions()).isEqualTo(172);
  }

  @Test
  void oneRainyDayMovesNothingAndALastingChangeMovesItWithinBounds() {
    ToIntFunction<LocalDate> rainy = date -> date.equals(DAY.minusWeeks(1)) ? 70 : weekly(date);
    assertThat(new Habits(days(60, rainy)).forecast(DAY, 0, 10).portions()).isEqualTo(160);
    ToIntFunction<LocalDate> grown =
        date -> weekly(date) + (date.isAfter(DAY.minusDays(11)) ? 15 : 0);
    Forecast more = new Habits(days(60, grown)).forecast(DAY, 0, 10);
    assertThat(more.trend()).isEqualTo(15);
    ToIntFunction<LocalDate> doubled =
        date -> weekly(date) + (date.isAfter(DAY.minusDays(11)) ? 200 : 0);
    assertThat(new Habits(days(60, doubled)).forecast(DAY, 0, 10).trend()).isEqualTo(32);
  }

  @Test
  void aDayWithoutClassesBringsFewerWhereClassesDidBefore() {
    List<Habits.Day> days = new ArrayList<>();
    for (int i = 1; i <= 56; i++) {
      LocalDate date = DAY.minusDays(i);
      int classes = i % 4 == 0 ? 0 : 40;
      days.add(new Habits.Day(date, 100 + classes / 2, 0, classes));
    }
    Habits habits = new Habits(days);
    assertThat(habits.forecast(DAY, 0, 40).portions()).isEqualTo(120);
    assertThat(habits.forecast(DAY, 0, 0).classes()).isEqualTo(-20);
    assertThat(habits.forecast(DAY, 0, 4_000).classes()).as("within 20 percent").isEqualTo(24);
  }

  @Test
  void nothingLaterThanTheDayIsUsedSoThatAnErrorIsAnHonestOne() {
    List<Habits.Day> known = days(60, HabitsTest::weekly);
    List<Habits.Day> later = new ArrayList<>(known);
    for (int i = 0; i < 20; i++) {
      later.add(new Habits.Day(DAY.plusDays(i), 900, 0, 10));
    }
    assertThat(new Habits(later).forecast(DAY, 3, 10))
        .isEqualTo(new Habits(known).forecast(DAY, 3, 10));
    assertThat(new Habits(known).usualError(DAY)).hasValue(0);
  }

  @Test
  void withoutHistoryOnlyOrdersAreKnown() {
    Habits none = new Habits(List.of());
    assertThat(none.forecast(DAY, 7, 10)).isEqualTo(new Forecast(DAY, 7, 0, 0, 0, 0));
    assertThat(none.usualError(DAY)).isEmpty();
    Forecast young = new Habits(days(2, date -> 100)).forecast(DAY, 0, 10);
    assertThat(young.weeks()).isZero();
    assertThat(young.portions()).isEqualTo(100);
  }

  /**
   * Rain on one day of five takes a third of the people, and no forecast here knows the weather.
   */
  @Test
  void onANoisyYearItIsBetterThanTheSameDayOfLastWeek() {
    Random random = new Random(3);
    List<Habits.Day> days =
        days(
            300,
            date -> {
              double crowd = weekly(date) * (random.nextInt(5) == 0 ? 0.65 : 1);
              return (int) Math.round(crowd + random.nextGaussian() * 6);
            });
    Habits habits = new Habits(days);
    double forecast = 0;
    double lastWeek = 0;
    int counted = 0;
    for (Habits.Day day : days.subList(0, 200)) {
      Habits.Day before = days.get(days.indexOf(day) + 7);
      forecast += Math.abs(habits.forecast(day.date(), 0, 10).portions() - day.portions());
      lastWeek += Math.abs(before.portions() - day.portions());
      counted++;
    }
    assertThat(forecast / counted).isLessThan(0.75 * lastWeek / counted);
  }
}
