package io.jinlin.hub.ledger;

import java.sql.SQLException;

/** Why nothing can be stored at the moment; what was acknowledged is safe. */
public enum Trouble {
  NONE,
  /** There is no space left: kiosks keep their events until there is. */
  DISK_FULL,
  /** The disk does not write. */
  DISK_FAILED;

  /** SQLITE_FULL. */
  private static final int FULL = 13;

  private static final int PRIMARY_CODE = 0xff;

  static Trouble of(Exception cause) {
    boolean full = cause instanceof SQLException sql && (sql.getErrorCode() & PRIMARY_CODE) == FULL;
    return full ? DISK_FULL : DISK_FAILED;
  }
}
