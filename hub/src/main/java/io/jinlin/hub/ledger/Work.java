package io.jinlin.hub.ledger;

import java.sql.SQLException;

/** Something that is done within a group commit; several share one transaction. */
interface Work {
  /** Does it, within the open transaction. */
  void run(Books books) throws SQLException;

  /** How many events it brings, for the bounds of the queue; at least 1. */
  default int size() {
    return 1;
  }

  /** Told after the commit, by the callback executor. */
  void committed();

  /** Told when the transaction was rolled back, by the callback executor. */
  void failed(Exception cause);
}
