package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.page.Dish;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Menu;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Weekdays;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Meal periods and menus as staff enter them, with words for what is wrong. */
final class MealForm {

  private MealForm() {}

  static List<MealPeriod> meals(ObjectNode body) {
    List<MealPeriod> meals = new ArrayList<>();
    for (ObjectNode meal : Json.objects(body, "meals", Place.MAX_RULES)) {
      MealPeriod period = meal(meal);
      for (MealPeriod other : meals) {
        checkApart(other, period);
      }
      meals.add(period);
    }
    return meals;
  }

  private static void checkApart(MealPeriod one, MealPeriod other) {
    EnumSet<DayOfWeek> common = EnumSet.copyOf(one.days());
    common.retainAll(other.days());
    if (common.isEmpty()) {
      return;
    }
    if (one.opens().isBefore(other.closes()) && other.opens().isBefore(one.closes())) {
      throw new Refused(400, "meals-overlap", one.name() + " / " + other.name());
    }
    if (one.id().equals(other.id())) {
      throw new Refused(400, "meal-twice", one.name());
    }
  }

  private static MealPeriod meal(ObjectNode meal) {
    String id = Json.text(meal, "id");
    if (!Check.isId(id)) {
      throw new Refused(400, "field-invalid", "id");
    }
    String name = name(meal, "zh", Fact.MAX_NOTE_LENGTH);
    String english = name(meal, "en", Fact.MAX_NOTE_LENGTH);
    LocalTime opens = time(meal, "opens");
    LocalTime closes = time(meal, "closes");
    if (!opens.isBefore(closes)) {
      throw new Refused(400, "meal-hours", name);
    }
    Set<DayOfWeek> days =
        Weekdays.parse(Json.text(meal, "days"))
            .orElseThrow(() -> new Refused(400, "meal-days", name));
    return new MealPeriod(id, name, english, opens, closes, days);
  }

  static List<Menu> menus(ObjectNode body) {
    List<Menu> menus = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ObjectNode menu : Json.objects(body, "menus", Place.MAX_RULES)) {
      String meal = Json.text(menu, "meal");
      if (!Check.isId(meal) || !seen.add(meal)) {
        throw new Refused(400, "field-invalid", "meal");
      }
      List<Dish> dishes =
          Json.objects(menu, "dishes", Menu.MAX_DISHES).stream().map(MealForm::dish).toList();
      if (!dishes.isEmpty()) {
        menus.add(new Menu(meal, dishes));
      }
    }
    return menus;
  }

  private static Dish dish(ObjectNode dish) {
    Set<Dish.Mark> marks = EnumSet.noneOf(Dish.Mark.class);
    for (String mark : Json.texts(dish, "marks")) {
      marks.add(
          io.jinlin.contract.event.WordTable.of(Dish.Mark.class)
              .find(mark)
              .orElseThrow(() -> new Refused(400, "field-invalid", "marks")));
    }
    String english = Json.optionalText(dish, "en").map(String::strip).orElse("");
    if (english.length() > Dish.MAX_NAME_LENGTH) {
      throw new Refused(400, "field-invalid", "en");
    }
    return new Dish(name(dish, "zh", Dish.MAX_NAME_LENGTH), english, marks);
  }

  private static String name(ObjectNode body, String field, int most) {
    String name = Json.note(body, field);
    if (name.length() > most) {
      throw new Refused(400, "field-invalid", field);
    }
    return name;
  }

  private static LocalTime time(ObjectNode body, String field) {
    try {
      return LocalTime.parse(Json.text(body, field));
    } catch (DateTimeException notATime) {
      throw new Refused(400, "field-invalid", field);
    }
  }

  static LocalDate date(ObjectNode body, String field) {
    try {
      return LocalDate.parse(Json.text(body, field));
    } catch (DateTimeException notADay) {
      throw new Refused(400, "field-invalid", field);
    }
  }
}
