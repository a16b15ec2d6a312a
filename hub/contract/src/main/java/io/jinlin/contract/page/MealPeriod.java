package io.jinlin.contract.page;

import io.jinlin.contract.event.Check;
import java.time.LocalTime;

/**
 * A meal of the day.
 *
 * @param id for example {@code lunch}, the id of its occasion
 * @param opens first minute, by the site's zone
 * @param closes the minute after the last; later than {@code opens}
 */
public record MealPeriod(
    String id, String name, String nameEnglish, LocalTime opens, LocalTime closes) {
  public MealPeriod {
    Check.id("meal", id);
    Check.note("name", name);
    Check.note("name_english", nameEnglish);
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException("meal closes before it opens");
    }
  }
}
