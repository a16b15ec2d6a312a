package io.jinlin.hub.sample;

import io.jinlin.hub.store.Rows;
import io.jinlin.hub.timetable.TimetableDesk;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The sample's timetable, as its staff entered it before anybody looked. */
public final class SampleDays {

  private static final String MARK =
      "INSERT INTO meta (key, value) VALUES ('sample-timetable', ?)"
          + " ON CONFLICT (key) DO UPDATE SET value = excluded.value";
  private static final String MARKED = "SELECT value FROM meta WHERE key = 'sample-timetable'";

  /** A sample that was made before staff could edit a timetable. */
  private static final String OLD = "SELECT value FROM meta WHERE key = 'sample-until'";

  /** How far ahead films and talks have titles of their own, in days. */
  private static final int TITLES_AHEAD = 60;

  private SampleDays() {}

  /**
   * Enters it once; what staff of the demonstration change afterwards stays.
   *
   * @return whether it was entered now
   */
  static boolean begin(Connection db, ZoneId zone, LocalDate today) throws SQLException {
    if (!Rows.all(db, MARKED, row -> row.getString(1)).isEmpty()) {
      return false;
    }
    LocalDate until = today.plusDays(TITLES_AHEAD);
    TimetableDesk.enter(
        db,
        zone,
        today,
        SampleTimetable.calendar(today.minusYears(2), today.plusYears(3)),
        SampleTimetable.series(),
        SampleTimetable.titles(today, until));
    Rows.change(db, MARK, today.toString());
    return true;
  }

  /** Enters it into a sample from before there was such a timetable; in no other database. */
  public static boolean renew(Connection db, ZoneId zone, LocalDate today) throws SQLException {
    List<String> old = Rows.all(db, OLD, row -> row.getString(1));
    return !old.isEmpty() && begin(db, zone, today);
  }
}
