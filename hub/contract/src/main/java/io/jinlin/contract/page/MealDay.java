package io.jinlin.contract.page;

import io.jinlin.contract.event.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One day of a canteen, where it differs from the usual week or has a menu.
 *
 * @param periods the meals of that day instead of the week's (a holiday; none: no meals); absent
 *     when the day is a usual one
 * @param menus a meal once
 */
public record MealDay(
    String place, LocalDate date, Optional<List<MealPeriod>> periods, List<Menu> menus) {

  public MealDay {
    Check.id("place", place);
    Check.range("menus", menus.size(), 0, Place.MAX_RULES);
    Check.range("meals", periods.map(List::size).orElse(0), 0, Place.MAX_RULES);
    periods.ifPresent(Place::checkApart);
    if (menus.stream().map(Menu::meal).distinct().count() < menus.size()) {
      throw new IllegalArgumentException("a meal has two menus");
    }
    periods = periods.map(List::copyOf);
    menus = List.copyOf(menus);
  }

  /** The dishes of a meal; none when nobody wrote them down. */
  public List<Dish> dishes(String meal) {
    return menus.stream()
        .filter(menu -> menu.meal().equals(meal))
        .findFirst()
        .map(Menu::dishes)
        .orElse(List.of());
  }
}
