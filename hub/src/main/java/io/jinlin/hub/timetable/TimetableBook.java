package io.jinlin.hub.timetable;

import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does what an entry says, within the transaction of the connection; doing it twice is the same as
 * once. Sessions that have begun by the entry's time stay as they were: they are the record of what
 * took place.
 */
final class TimetableBook {
  /** How far ahead sessions are written, in days. */
  static final int DAYS_AHEAD = 400;

  private static final String MARK =
      "INSERT INTO meta (key, value) VALUES ('timetable-until', ?)"
          + " ON CONFLICT (key) DO UPDATE SET value = excluded.value";
  private static final String MARKED = "SELECT value FROM meta WHERE key = 'timetable-until'";

  private final Connection db;
  private final ZoneId zone;
  private final SeriesTable series;
  private final SessionTable sessions;

  TimetableBook(Connection db, ZoneId zone) {
    this.db = db;
    this.zone = zone;
    this.series = new SeriesTable(db);
    this.sessions = new SessionTable(db);
  }

  void apply(Deed.Entry entry) throws SQLException {
    LocalDateTime now =
        LocalDateTime.ofInstant(Instant.ofEpochMilli(entry.stamp().atMillis()), zone);
    Plan plan = new Plan(series.calendar(), zone);
    for (Deed deed : entry.deeds()) {
      if (deed instanceof Deed.SeriesPut put) {
        series.put(put.series());
        rewrite(plan, put.series(), now);
      } else if (deed instanceof Deed.SeriesEnded ended) {
        series.remove(ended.series());
        sessions.removeFrom(ended.series(), now);
      } else if (deed instanceof Deed.DateChanged changed) {
        series.change(changed.series(), changed.date(), changed.change());
        rewrite(plan, changed.series(), changed.date());
      } else if (deed instanceof Deed.DateRestored restored) {
        series.restore(restored.series(), restored.date());
        rewrite(plan, restored.series(), restored.date());
      } else if (deed instanceof Deed.CalendarSet set) {
        series.set(set.calendar());
        plan = new Plan(set.calendar(), zone);
        for (Series one : series.all()) {
          rewrite(plan, one, now);
        }
      }
    }
  }

  private void rewrite(Plan plan, Series one, LocalDateTime now) throws SQLException {
    LocalDate today = now.toLocalDate();
    LocalDate until = max(today.plusDays(DAYS_AHEAD), marked().orElse(today));
    sessions.removeFrom(one.id(), now);
    List<SessionLine> lines = plan.of(one, series.changes(one.id()), today, until);
    sessions.add(lines.stream().filter(line -> !line.session().starts().isBefore(now)).toList());
  }

  private void rewrite(Plan plan, String id, LocalDate date) throws SQLException {
    sessions.remove(id + "-" + date);
    Optional<Series> one = series.find(id);
    if (one.isPresent()) {
      sessions.add(plan.on(one.get(), series.change(id, date), date).stream().toList());
    }
  }

  /**
   * Writes the sessions that came within {@link #DAYS_AHEAD}; the second time on a day it does
   * nothing.
   */
  void extend(LocalDate today) throws SQLException {
    LocalDate until = today.plusDays(DAYS_AHEAD);
    LocalDate from = marked().orElse(today);
    if (!from.isBefore(until)) {
      return;
    }
    Plan plan = new Plan(series.calendar(), zone);
    for (Series one : series.all()) {
      if (one.rule().until().map(last -> !last.isBefore(from)).orElse(true)) {
        Map<LocalDate, Change> changes = series.changes(one.id());
        sessions.add(plan.of(one, changes, from, until));
      }
    }
    Rows.change(db, MARK, until.toString());
  }

  private Optional<LocalDate> marked() throws SQLException {
    return Rows.all(db, MARKED, row -> LocalDate.parse(row.getString(1))).stream().findFirst();
  }

  private static LocalDate max(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
