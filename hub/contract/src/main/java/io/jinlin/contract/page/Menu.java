package io.jinlin.contract.page;

import io.jinlin.contract.event.Check;
import java.util.List;

/**
 * What there is to eat at a meal.
 *
 * @param meal the id of its period
 * @param dishes 1 to {@value #MAX_DISHES}
 */
public record Menu(String meal, List<Dish> dishes) {
  /** Most dishes of a meal: what can be read on a wall. */
  public static final int MAX_DISHES = 8;

  public Menu {
    Check.id("meal", meal);
    Check.range("dishes", dishes.size(), 1, MAX_DISHES);
    dishes = List.copyOf(dishes);
  }
}
