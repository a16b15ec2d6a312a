package io.jinlin.hub.register;

import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The SQL of who is enrolled in a series and who waits, within the connection's transaction. */
final class EnrolmentTable {
  private static final String ENROLLED =
      "SELECT person, valid_from FROM enrolment WHERE series = ? ORDER BY valid_from, person";
  private static final String WAITING =
      "SELECT person, at FROM enrolment_waiting WHERE series = ? ORDER BY at, person";
  private static final String ENROL =
      "INSERT INTO enrolment (person, series, valid_from) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String WAIT =
      "INSERT INTO enrolment_waiting (series, person, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String KEEP =
      "INSERT INTO enrolment_past (series, person, valid_from, until)"
          + " SELECT series, person, valid_from, ?1 FROM enrolment"
          + " WHERE series = ?2 AND person = ?3 AND valid_from < ?1 ON CONFLICT DO NOTHING";
  private static final String LEAVE = "DELETE FROM enrolment WHERE series = ? AND person = ?";
  private static final String WAIT_NO_MORE =
      "DELETE FROM enrolment_waiting WHERE series = ? AND person = ?";

  private final Connection db;

  EnrolmentTable(Connection db) {
    this.db = db;
  }

  EnrolmentList list(String series) throws SQLException {
    return new EnrolmentList(
        Rows.all(
            db,
            ENROLLED,
            row -> new EnrolmentList.Enrolled(row.getLong(1), LocalDate.parse(row.getString(2))),
            series),
        Rows.all(
            db, WAITING, row -> new EnrolmentList.Waiting(row.getLong(1), row.getLong(2)), series));
  }

  /** How many series a person is enrolled in. */
  int seriesOf(long person) throws SQLException {
    return (int) Rows.number(db, "SELECT count(*) FROM enrolment WHERE person = ?", person);
  }

  void take(String series, List<EnrolmentStep> steps, LocalDate day, long atMillis)
      throws SQLException {
    for (EnrolmentStep step : steps) {
      switch (step.to()) {
        case ENROLLED -> {
          Rows.change(db, WAIT_NO_MORE, series, step.person());
          Rows.change(db, ENROL, step.person(), series, day.toString());
        }
        case WAITING -> Rows.change(db, WAIT, series, step.person(), atMillis);
        case NONE -> {
          Rows.change(db, WAIT_NO_MORE, series, step.person());
          Rows.change(db, KEEP, day.toString(), series, step.person());
          Rows.change(db, LEAVE, series, step.person());
        }
      }
    }
  }
}
