package io.jinlin.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Short forms for a statement with parameters. */
public final class Rows {
  private Rows() {}

  /** Turns a row into a value. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads the current row. */
    T of(ResultSet row) throws SQLException;
  }

  /** All rows of a query. */
  public static <T> List<T> all(Connection db, String sql, Reading<T> reading, Object... values)
      throws SQLException {
    List<T> found = new ArrayList<>();
    each(db, sql, reading, found::add, values);
    return found;
  }

  /** The rows of a query one after another, for those that may be more than the memory holds. */
  public static <T> void each(
      Connection db, String sql, Reading<T> reading, Consumer<T> use, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(db, sql, values);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        use.accept(reading.of(rows));
      }
    }
  }

  /** The number in the first column of the first row, or 0 if there is none. */
  public static long number(Connection db, String sql, Object... values) throws SQLException {
    List<Long> found = all(db, sql, row -> row.getLong(1), values);
    return found.isEmpty() ? 0 : found.get(0);
  }

  /** Executes a change and says how many rows it changed. */
  public static int change(Connection db, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(db, sql, values)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection db, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = db.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
