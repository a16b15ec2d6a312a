package io.jinlin.hub.canteen;

import java.time.LocalDate;

/**
 * How many portions of a meal to cook, and where the figure comes from: the parts add up to it.
 *
 * @param ordered portions that are ordered
 * @param usual portions for those who come without an order, as on this weekday as a rule
 * @param classes more or fewer of them, because of that day's timetable
 * @param trend more or fewer of them, as in the last days
 * @param weeks on how many of the same weekdays it rests; 0 for other weekdays only, or none at all
 */
public record Forecast(LocalDate day, int ordered, int usual, int classes, int trend, int weeks) {

  /** All portions together. */
  public int portions() {
    return ordered + Math.max(0, usual + classes + trend);
  }
}
