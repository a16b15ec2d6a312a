package io.jinlin.hub.places;

import io.jinlin.contract.page.Session;
import io.jinlin.hub.store.Bulk;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The timetable's SQL, within the transaction of the connection it is given. */
public final class Timetable {

  private static final String ADD =
      "INSERT INTO session (id, series, place, category, title, title_english, starts, ends,"
          + " capacity, walk_ins) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String BETWEEN =
      "SELECT id, series, place, category, title, title_english, starts, ends, capacity, walk_ins"
          + " FROM session WHERE starts >= ? AND starts < ? AND NOT cancelled ORDER BY starts, id";
  private static final String FIND =
      "SELECT id, series, place, category, title, title_english, starts, ends, capacity, walk_ins"
          + " FROM session WHERE id = ?";
  private static final String ENROLLED = "SELECT count(*) FROM enrolment WHERE series = ?";

  private final Connection db;

  public Timetable(Connection db) {
    this.db = db;
  }

  /** Adds sessions; those that are there already stay as they are. */
  public void add(List<Session> sessions) throws SQLException {
    Bulk.insert(
        db,
        ADD,
        sessions,
        session ->
            new Object[] {
              session.id(),
              session.series(),
              session.place(),
              session.category(),
              session.title(),
              session.titleEnglish(),
              session.starts().toString(),
              session.ends().toString(),
              session.capacity(),
              session.walkIns() ? 1 : 0
            });
  }

  /** The sessions that take place, on days from the first up to, but not on, the last. */
  public List<Session> between(LocalDate first, LocalDate last) throws SQLException {
    return Rows.all(db, BETWEEN, Timetable::session, first.toString(), last.toString());
  }

  /** The session of this id. */
  public Optional<Session> find(String id) throws SQLException {
    return Rows.all(db, FIND, Timetable::session, id).stream().findFirst();
  }

  /** How many are enrolled in a series. */
  public int enrolled(String series) throws SQLException {
    return (int) Rows.number(db, ENROLLED, series);
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        LocalDateTime.parse(row.getString(7)),
        LocalDateTime.parse(row.getString(8)),
        row.getInt(9),
        row.getInt(10) != 0);
  }
}
