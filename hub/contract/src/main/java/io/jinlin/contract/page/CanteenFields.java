package io.jinlin.contract.page;

import io.jinlin.contract.event.WordTable;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.wire.Fields;
import io.jinlin.contract.wire.JsonLine;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of a canteen's rules and days, and of closures. */
final class CanteenFields {
  private static final WordTable<Dish.Mark> MARKS = WordTable.of(Dish.Mark.class);

  private CanteenFields() {}

  static JsonLine put(JsonLine line, Canteen canteen) {
    return line.put("place", canteen.place())
        .put("proxy_cap", canteen.proxyCap())
        .put("dinner_with_lunch", canteen.dinnerWithLunch())
        .putTexts("take_away", canteen.takeAway());
  }

  static Canteen canteen(Fields fields) {
    return new Canteen(
        fields.text("place"),
        fields.integer("proxy_cap"),
        fields.flag("dinner_with_lunch"),
        fields.texts("take_away"));
  }

  static JsonLine put(JsonLine line, MealDay day) {
    line.put("place", day.place()).put("date", day.date().toString());
    day.periods().ifPresent(periods -> line.putObjects("meals", periods, SettingsFields::putMeal));
    return line.putObjects("menus", day.menus(), CanteenFields::putMenu);
  }

  static MealDay mealDay(Fields fields) {
    Optional<List<MealPeriod>> periods =
        fields.has("meals")
            ? Optional.of(fields.objects("meals", SettingsFields::meal))
            : Optional.empty();
    return new MealDay(
        fields.text("place"),
        SettingsFields.parsed(fields, "date", LocalDate::parse, LocalDate.EPOCH),
        periods,
        fields.objects("menus", CanteenFields::menu));
  }

  private static void putMenu(JsonLine line, Menu menu) {
    line.put("meal", menu.meal()).putObjects("dishes", menu.dishes(), CanteenFields::putDish);
  }

  private static Menu menu(Fields fields) {
    return new Menu(fields.text("meal"), fields.objects("dishes", CanteenFields::dish));
  }

  private static void putDish(JsonLine line, Dish dish) {
    line.put("name", dish.name()).put("name_english", dish.nameEnglish());
    if (!dish.marks().isEmpty()) {
      line.putTexts("marks", dish.marks().stream().sorted().map(Words::of).toList());
    }
  }

  private static Dish dish(Fields fields) {
    Set<Dish.Mark> marks = EnumSet.noneOf(Dish.Mark.class);
    if (fields.has("marks")) {
      // A mark of a later build is left out; the dish is there all the same.
      fields.texts("marks").forEach(mark -> MARKS.find(mark).ifPresent(marks::add));
    }
    return new Dish(fields.text("name"), fields.text("name_english", ""), marks);
  }

  static JsonLine put(JsonLine line, Closure closure) {
    line.put("id", closure.id());
    closure.place().ifPresent(place -> line.put("place", place));
    return line.put("from", closure.from().toString())
        .put("until", closure.until().toString())
        .put("reason", closure.reason())
        .put("reason_english", closure.reasonEnglish());
  }

  static Closure closure(Fields fields) {
    return new Closure(
        fields.text("id"),
        fields.has("place") ? Optional.of(fields.text("place")) : Optional.empty(),
        SettingsFields.parsed(fields, "from", LocalDateTime::parse, LocalDateTime.MIN),
        SettingsFields.parsed(fields, "until", LocalDateTime::parse, LocalDateTime.MAX),
        fields.text("reason"),
        fields.text("reason_english", ""));
  }
}
