package io.jinlin.hub.timetable;

import java.time.LocalTime;

/**
 * From when to when on a day, by the site's clocks.
 *
 * @param ends later than {@code starts}: nothing here lasts past midnight
 */
public record Slot(LocalTime starts, LocalTime ends) {
  public Slot {
    if (!ends.isAfter(starts)) {
      throw new InvalidTimetable("ends-before-it-starts", starts + "–" + ends);
    }
  }
}
