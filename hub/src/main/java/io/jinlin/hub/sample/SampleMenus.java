package io.jinlin.hub.sample;

import io.jinlin.contract.page.Dish;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.MealDay;
import io.jinlin.contract.page.Menu;
import io.jinlin.hub.places.SettingsBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Minnan menus for the sample's canteen, two weeks ahead. */
final class SampleMenus {
  private static final int DAYS = 14;

  private static final List<Dish> STAPLES =
      List.of(
          dish("卤面", "Braised noodles"),
          dish("咸饭", "Savoury rice"),
          dish("面线糊", "Thread noodle soup", Dish.Mark.SOFT),
          dish("番薯粥", "Sweet potato porridge", Dish.Mark.SOFT),
          dish("米粉汤", "Rice noodle soup"));
  private static final List<Dish> DISHES =
      List.of(
          dish("清蒸鱼", "Steamed fish", Dish.Mark.LOW_SALT),
          dish("海蛎煎", "Oyster omelette"),
          dish("卤豆腐", "Braised tofu", Dish.Mark.SOFT, Dish.Mark.VEGETARIAN),
          dish("白切鸡", "Poached chicken"),
          dish("肉末蒸蛋", "Steamed egg with pork", Dish.Mark.SOFT));
  private static final List<Dish> GREENS =
      List.of(
          dish("炒空心菜", "Water spinach", Dish.Mark.VEGETARIAN),
          dish("清炒包菜", "Cabbage", Dish.Mark.LOW_SALT, Dish.Mark.VEGETARIAN),
          dish("苦瓜", "Bitter gourd", Dish.Mark.DIABETIC, Dish.Mark.VEGETARIAN));

  private SampleMenus() {}

  private static Dish dish(String name, String english, Dish.Mark... marks) {
    return new Dish(name, english, Set.of(marks));
  }

  static void write(Connection db, LocalDate today) throws SQLException {
    for (int i = 0; i < DAYS; i++) {
      LocalDate date = today.plusDays(i);
      SettingsBook.store(db, new Item.MealDaySettings(1, of(date)));
    }
  }

  private static MealDay of(LocalDate date) {
    int day = (int) date.toEpochDay();
    Menu breakfast = new Menu("breakfast", List.of(STAPLES.get(2 + day % 2)));
    Menu lunch =
        new Menu("lunch", List.of(pick(STAPLES, day), pick(DISHES, day), pick(GREENS, day)));
    Menu dinner = new Menu("dinner", List.of(pick(STAPLES, day + 2), pick(DISHES, day + 3)));
    return new MealDay("canteen", date, Optional.empty(), List.of(breakfast, lunch, dinner));
  }

  private static Dish pick(List<Dish> dishes, int number) {
    return dishes.get(Math.floorMod(number, dishes.size()));
  }
}
