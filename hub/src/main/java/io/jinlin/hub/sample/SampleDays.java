package io.jinlin.hub.sample;

import io.jinlin.contract.page.Session;
import io.jinlin.hub.places.PlacePages;
import io.jinlin.hub.places.Timetable;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Keeps the sample's timetable two weeks ahead, as its staff would. */
public final class SampleDays {

  private static final String MARK =
      "INSERT INTO meta (key, value) VALUES ('sample-until', ?)"
          + " ON CONFLICT (key) DO UPDATE SET value = excluded.value";
  private static final String MARKED = "SELECT value FROM meta WHERE key = 'sample-until'";

  /** Sessions that are over stay on a kiosk at most so long. */
  private static final int KEPT_DAYS = 3;

  private SampleDays() {}

  /** Whether the database holds the sample community. */
  public static boolean isSample(Connection db) throws SQLException {
    return !Rows.all(db, MARKED, row -> row.getString(1)).isEmpty();
  }

  /**
   * Adds the sessions up to {@link SampleTimetable#DAYS_AHEAD} days ahead and takes those before
   * yesterday off the kiosks; the second time on a day it does nothing.
   *
   * @return how many were added
   */
  public static int extend(Connection db, LocalDate today) throws SQLException {
    LocalDate until = today.plusDays(SampleTimetable.DAYS_AHEAD);
    List<String> marked = Rows.all(db, MARKED, row -> row.getString(1));
    LocalDate from = marked.isEmpty() ? today : LocalDate.parse(marked.get(0));
    if (!from.isBefore(until)) {
      return 0;
    }
    List<Session> sessions = new ArrayList<>();
    LocalDate first = from.isBefore(today) ? today : from;
    for (LocalDate day = first; day.isBefore(until); day = day.plusDays(1)) {
      sessions.addAll(SampleTimetable.of(day));
    }
    Timetable timetable = new Timetable(db);
    timetable.add(sessions);
    PlacePages.publish(db, sessions);
    PlacePages.withdraw(db, timetable.between(today.minusDays(KEPT_DAYS), today.minusDays(1)));
    Rows.change(db, MARK, until.toString());
    return sessions.size();
  }
}
