package io.jinlin.hub.store;

import java.sql.SQLException;

/** The database file could not be read or written: disk full, damaged, locked by another. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was being done. */
  public StoreException(String doing, SQLException cause) {
    super(doing + ": " + cause.getMessage(), cause);
  }
}
