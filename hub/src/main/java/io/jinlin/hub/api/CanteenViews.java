package io.jinlin.hub.api;

import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.Canteen;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Dish;
import io.jinlin.contract.page.MealDay;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Menu;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Weekdays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A canteen's settings as the page edits them, in the form in which they are sent back. */
final class CanteenViews {

  private CanteenViews() {}

  static Map<String, Object> settings(
      Place place, Canteen rules, List<MealDay> days, List<Device> devices) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("place", place.id());
    view.put("name", Map.of("zh", place.name(), "en", place.nameEnglish()));
    view.put("earlyGraceMinutes", place.earlyGraceMinutes());
    view.put("meals", place.meals().stream().map(CanteenViews::meal).toList());
    view.put("days", days.stream().map(CanteenViews::day).toList());
    view.put("proxyCap", rules.proxyCap());
    view.put("dinnerWithLunch", rules.dinnerWithLunch());
    view.put("takeAway", rules.takeAway());
    view.put(
        "devices",
        devices.stream().map(one -> Map.of("id", one.id(), "name", one.name())).toList());
    return view;
  }

  private static Map<String, Object> meal(MealPeriod meal) {
    return Map.of(
        "id", meal.id(),
        "zh", meal.name(),
        "en", meal.nameEnglish(),
        "opens", meal.opens().toString(),
        "closes", meal.closes().toString(),
        "days", Weekdays.text(meal.days()));
  }

  private static Map<String, Object> day(MealDay day) {
    Map<String, Object> view = new LinkedHashMap<>();
    Optional<List<MealPeriod>> periods = day.periods();
    view.put("date", day.date().toString());
    view.put(
        "meals", periods.map(list -> list.stream().map(CanteenViews::meal).toList()).orElse(null));
    view.put("menus", day.menus().stream().map(CanteenViews::menu).toList());
    return view;
  }

  private static Map<String, Object> menu(Menu menu) {
    return Map.of(
        "meal", menu.meal(), "dishes", menu.dishes().stream().map(CanteenViews::dish).toList());
  }

  private static Map<String, Object> dish(Dish dish) {
    return Map.of(
        "zh", dish.name(),
        "en", dish.nameEnglish(),
        "marks", dish.marks().stream().sorted().map(Words::of).toList());
  }
}
