package io.jinlin.hub.timetable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinlin.hub.store.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The SQL of what staff said, within the transaction of the connection. */
final class SeriesTable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PUT =
      "INSERT INTO series (id, title, body) VALUES (?, ?, ?)"
          + " ON CONFLICT (id) DO UPDATE SET title = excluded.title, body = excluded.body";
  private static final String PUT_CHANGE =
      "INSERT INTO session_change (series, date, body) VALUES (?, ?, ?)"
          + " ON CONFLICT (series, date) DO UPDATE SET body = excluded.body";
  private static final String PUT_CALENDAR =
      "INSERT INTO opening_calendar (one, body) VALUES (1, ?)"
          + " ON CONFLICT (one) DO UPDATE SET body = excluded.body";
  private static final String FOUND =
      "SELECT id, body FROM series WHERE instr(lower(title), lower(?)) > 0 OR id = ?"
          + " ORDER BY title, id LIMIT ?";

  private final Connection db;

  SeriesTable(Connection db) {
    this.db = db;
  }

  void put(Series series) throws SQLException {
    Rows.change(db, PUT, series.id(), series.title(), bytes(TimetableCodec.encode(series)));
  }

  void remove(String series) throws SQLException {
    Rows.change(db, "DELETE FROM series WHERE id = ?", series);
  }

  Optional<Series> find(String id) throws SQLException {
    String sql = "SELECT id, body FROM series WHERE id = ?";
    return Rows.all(db, sql, row -> series(row.getString(1), row.getBytes(2)), id).stream()
        .findFirst();
  }

  List<Series> all() throws SQLException {
    String sql = "SELECT id, body FROM series ORDER BY title, id";
    return Rows.all(db, sql, row -> series(row.getString(1), row.getBytes(2)));
  }

  /** Those whose title holds a text, by title. */
  List<Series> find(String text, int most) throws SQLException {
    return Rows.all(db, FOUND, row -> series(row.getString(1), row.getBytes(2)), text, text, most);
  }

  boolean isEmpty() throws SQLException {
    return Rows.number(db, "SELECT count(*) FROM (SELECT 1 FROM series LIMIT 1)") == 0;
  }

  long count() throws SQLException {
    return Rows.number(db, "SELECT count(*) FROM series");
  }

  void change(String series, LocalDate date, Change change) throws SQLException {
    byte[] body = bytes(TimetableCodec.encode(change));
    Rows.change(db, PUT_CHANGE, series, date.toString(), body);
  }

  void restore(String series, LocalDate date) throws SQLException {
    String sql = "DELETE FROM session_change WHERE series = ? AND date = ?";
    Rows.change(db, sql, series, date.toString());
  }

  Map<LocalDate, Change> changes(String series) throws SQLException {
    Map<LocalDate, Change> changes = new TreeMap<>();
    String sql = "SELECT date, body FROM session_change WHERE series = ?";
    Rows.each(
        db,
        sql,
        row -> Map.entry(LocalDate.parse(row.getString(1)), change(row.getBytes(2))),
        one -> changes.put(one.getKey(), one.getValue()),
        series);
    return changes;
  }

  Optional<Change> change(String series, LocalDate date) throws SQLException {
    String sql = "SELECT body FROM session_change WHERE series = ? AND date = ?";
    return Rows.all(db, sql, row -> change(row.getBytes(1)), series, date.toString()).stream()
        .findFirst();
  }

  void set(OpeningCalendar calendar) throws SQLException {
    Rows.change(db, PUT_CALENDAR, bytes(TimetableCodec.encode(calendar)));
  }

  OpeningCalendar calendar() throws SQLException {
    return Rows.all(db, "SELECT body FROM opening_calendar", row -> row.getBytes(1)).stream()
        .findFirst()
        .map(body -> TimetableCodec.calendar(node(body)))
        .orElse(OpeningCalendar.NONE);
  }

  private static Series series(String id, byte[] body) {
    return TimetableCodec.series(node(body), id);
  }

  private static Change change(byte[] body) {
    return TimetableCodec.change(node(body));
  }

  private static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode node(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new IllegalStateException("a row of the timetable is no JSON", e);
    }
  }
}
