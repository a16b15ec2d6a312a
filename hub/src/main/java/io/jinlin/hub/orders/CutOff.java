package io.jinlin.hub.orders;

import io.jinlin.contract.event.Check;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Until when the orders of a meal can be changed without asking the kitchen.
 *
 * @param daysBefore 0 for the day itself, up to {@value #MAX_DAYS}
 * @param time of that day, by the site's zone
 */
public record CutOff(int daysBefore, LocalTime time) {
  /** Most days before. */
  public static final int MAX_DAYS = 7;

  /** Where nobody has set one: nine o'clock of the day. */
  public static final CutOff USUAL = new CutOff(0, LocalTime.of(9, 0));

  public CutOff {
    Check.range("days_before", daysBefore, 0, MAX_DAYS);
  }

  /** Whether a day's orders can no longer be changed. */
  public boolean isPast(LocalDate day, LocalDateTime now) {
    return !now.isBefore(day.minusDays(daysBefore).atTime(time));
  }
}
