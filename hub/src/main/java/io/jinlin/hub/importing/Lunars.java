package io.jinlin.hub.importing;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import java.time.LocalDate;

/** Lunar birthdays as they are written. */
final class Lunars {
  private Lunars() {}

  /** With the lunar year that the day is in, so that the same day is read from it again. */
  static String written(LocalDate born, String lunar) {
    Lunar day =
        Solar.fromYmd(born.getYear(), born.getMonthValue(), born.getDayOfMonth()).getLunar();
    return lunar.replaceFirst("农历", "农历" + day.getYear() + "年");
  }
}
