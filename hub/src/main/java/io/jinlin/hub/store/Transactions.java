package io.jinlin.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What the driver does not do for connections that commit by hand. */
public final class Transactions {
  private Transactions() {}

  /**
   * Undoes the open transaction and begins the next. On a full or failing disk SQLite undoes it by
   * itself (<a href="https://www.sqlite.org/lang_transaction.html">sqlite.org</a>, "Response To
   * Errors Within A Transaction"); the driver then cannot roll back, begins none, and everything
   * after would be committed statement by statement.
   */
  public static void undo(Connection db) throws SQLException {
    try {
      db.rollback();
    } catch (SQLException undoneAlready) {
      try (Statement statement = db.createStatement()) {
        statement.execute("BEGIN");
      } catch (SQLException failed) {
        failed.addSuppressed(undoneAlready);
        throw failed;
      }
    }
  }
}
