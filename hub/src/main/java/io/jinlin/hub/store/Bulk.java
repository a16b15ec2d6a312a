package io.jinlin.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Many rows into one table with one prepared statement. */
public final class Bulk {

  private static final int ROWS_OF_BATCH = 1_000;

  private Bulk() {}

  /** Runs the statement once for each value, with the parameters that it is turned into. */
  public static <T> void insert(
      Connection db, String sql, List<T> values, Function<T, Object[]> parameters)
      throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      int waiting = 0;
      for (T value : values) {
        Object[] row = parameters.apply(value);
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
        if (++waiting == ROWS_OF_BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      statement.executeBatch();
    }
  }
}
