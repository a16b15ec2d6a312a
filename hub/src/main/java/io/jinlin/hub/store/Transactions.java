package io.jinlin.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Ends transactions of connections that do not commit by themselves. */
public final class Transactions {
  private Transactions() {}

  /**
   * Undoes the open transaction and begins the next. On a full disk SQLite has undone it already
   * (<a href="https://www.sqlite.org/lang_transaction.html">sqlite.org</a>, "Response To Errors
   * Within A Transaction"): the driver's roll-back then fails and leaves no transaction open, after
   * which no commit would ever succeed again.
   */
  public static void rollBack(Connection connection) throws SQLException {
    try {
      connection.rollback();
    } catch (SQLException e) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("BEGIN");
      } catch (SQLException stillOpen) {
        e.addSuppressed(stillOpen);
        throw e;
      }
    }
  }
}
