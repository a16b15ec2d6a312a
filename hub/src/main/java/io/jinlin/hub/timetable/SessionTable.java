package io.jinlin.hub.timetable;

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

/** The SQL of what the rules come to, within the transaction of the connection. */
final class SessionTable {
  private static final String COLUMNS =
      "id, series, place, category, title, title_english, starts, ends, capacity, walk_ins,"
          + " teacher, cancelled, changed, note";
  private static final String ADD =
      "INSERT INTO session ("
          + COLUMNS
          + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String BETWEEN =
      "SELECT " + COLUMNS + " FROM session WHERE starts >= ? AND starts < ? ORDER BY starts, id";
  private static final String FIND = "SELECT " + COLUMNS + " FROM session WHERE id = ?";

  private static final int DATE_LENGTH = 10;

  private final Connection db;

  SessionTable(Connection db) {
    this.db = db;
  }

  /** Adds; those that are there already stay as they are. */
  void add(List<SessionLine> lines) throws SQLException {
    Bulk.insert(db, ADD, lines, SessionTable::columns);
  }

  private static Object[] columns(SessionLine line) {
    Session session = line.session();
    return new Object[] {
      session.id(),
      session.series(),
      session.place(),
      session.category(),
      session.title(),
      session.titleEnglish(),
      session.starts().toString(),
      session.ends().toString(),
      session.capacity(),
      session.walkIns() ? 1 : 0,
      line.teacher(),
      line.cancelled() ? 1 : 0,
      line.changed() ? 1 : 0,
      line.note()
    };
  }

  /** Takes away those of a series that have not begun. */
  void removeFrom(String series, LocalDateTime from) throws SQLException {
    Rows.change(
        db, "DELETE FROM session WHERE series = ? AND starts >= ?", series, from.toString());
  }

  void remove(String id) throws SQLException {
    Rows.change(db, "DELETE FROM session WHERE id = ?", id);
  }

  /** Those that start on days from the first up to, but not on, the last; cancelled ones too. */
  List<SessionLine> between(LocalDate first, LocalDate last) throws SQLException {
    return Rows.all(db, BETWEEN, SessionTable::line, first.toString(), last.toString());
  }

  Optional<SessionLine> find(String id) throws SQLException {
    return Rows.all(db, FIND, SessionTable::line, id).stream().findFirst();
  }

  private static SessionLine line(ResultSet row) throws SQLException {
    String id = row.getString(1);
    Session session =
        new Session(
            id,
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            LocalDateTime.parse(row.getString(7)),
            LocalDateTime.parse(row.getString(8)),
            row.getInt(9),
            row.getInt(10) != 0);
    return new SessionLine(
        session,
        LocalDate.parse(id.substring(id.length() - DATE_LENGTH)),
        row.getString(11),
        row.getInt(12) != 0,
        row.getInt(13) != 0,
        row.getString(14));
  }
}
