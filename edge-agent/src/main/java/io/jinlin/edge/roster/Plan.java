package io.jinlin.edge.roster;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Canteen;
import io.jinlin.contract.page.Closure;
import io.jinlin.contract.page.Dish;
import io.jinlin.contract.page.MealDay;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Place;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What staff have changed of the usual days: closures, days of a canteen, its rules, and the meals
 * of which there is no more.
 */
public record Plan(
    List<Closure> closures, List<MealDay> days, List<Canteen> canteens, Set<Occasion> soldOut) {
  /** Nothing was changed. */
  public static final Plan NONE = new Plan(List.of(), List.of(), List.of(), Set.of());

  public Plan {
    closures = List.copyOf(closures);
    days = List.copyOf(days);
    canteens = List.copyOf(canteens);
    soldOut = Set.copyOf(soldOut);
  }

  /** The closure of a place at a moment; of several the one that lasts longest. */
  public Optional<Closure> closure(String place, LocalDateTime moment) {
    return closures.stream()
        .filter(closure -> closure.covers(place, moment))
        .max(Comparator.comparing(Closure::until));
  }

  /** The meals of a day, in order of time. */
  public List<MealPeriod> meals(Place place, LocalDate date) {
    return place.mealsOn(date, day(place.id(), date));
  }

  /** The dishes of a meal. */
  public List<Dish> dishes(String place, Occasion meal) {
    return day(place, meal.date()).map(day -> day.dishes(meal.id())).orElse(List.of());
  }

  private Optional<MealDay> day(String place, LocalDate date) {
    return days.stream()
        .filter(day -> day.place().equals(place) && day.date().equals(date))
        .findFirst();
  }

  /** The rules of a canteen. */
  public Canteen canteen(String place) {
    return canteens.stream()
        .filter(canteen -> canteen.place().equals(place))
        .findFirst()
        .orElseGet(() -> Canteen.usual(place));
  }
}
