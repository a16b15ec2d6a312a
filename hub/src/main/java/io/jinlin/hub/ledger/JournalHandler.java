package io.jinlin.hub.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Does again what a journal entry of its kind says. It may have been done before in part, so doing
 * it twice must be the same as once.
 */
@FunctionalInterface
public interface JournalHandler {
  /** Does it within the open transaction. */
  void apply(Connection db, byte[] body) throws SQLException;
}
