package io.jinlin.hub.attendance;

import io.jinlin.contract.event.Words;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The SQL of marks, within the transaction of the connection. */
final class MarkTable {
  private static final String PUT =
      "INSERT INTO attendance_mark (session, person, mark, at, by, note, event)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (session, person, mark) DO UPDATE SET"
          + " at = excluded.at, by = excluded.by, note = excluded.note, event = excluded.event";
  private static final String OF_SESSION =
      "SELECT person, mark, at, by, note, event FROM attendance_mark WHERE session = ?"
          + " ORDER BY person, at";

  private final Connection db;

  MarkTable(Connection db) {
    this.db = db;
  }

  /**
   * A mark.
   *
   * @param event the ledger's event of somebody who was counted by it; empty for none
   */
  record Made(long person, Mark mark, long atMillis, String by, String note, String event) {}

  void put(String session, Made made) throws SQLException {
    Rows.change(
        db,
        PUT,
        session,
        made.person(),
        Words.of(made.mark()),
        made.atMillis(),
        made.by(),
        made.note(),
        made.event());
  }

  void clear(String session, long person) throws SQLException {
    Rows.change(
        db, "DELETE FROM attendance_mark WHERE session = ? AND person = ?", session, person);
  }

  Map<Long, List<Made>> of(String session) throws SQLException {
    Map<Long, List<Made>> marks = new HashMap<>();
    Rows.each(
        db,
        OF_SESSION,
        row ->
            new Made(
                row.getLong(1),
                Words.of(Mark.class, row.getString(2)),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)),
        made -> marks.computeIfAbsent(made.person(), none -> new ArrayList<>()).add(made),
        session);
    return marks;
  }
}
