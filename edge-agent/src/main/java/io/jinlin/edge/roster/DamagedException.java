package io.jinlin.edge.roster;

import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** The file is not a sound replica of a version that this build reads. */
final class DamagedException extends SQLException {
  private static final long serialVersionUID = 1L;

  DamagedException(String detail) {
    super(detail);
  }

  /** Whether the file, and not the disk or a lock, is at fault. */
  static boolean isBehind(SQLException failure) {
    if (failure instanceof DamagedException) {
      return true;
    }
    if (!(failure instanceof SQLiteException sqlite)) {
      return false;
    }
    String code = sqlite.getResultCode().name();
    return code.startsWith("SQLITE_CORRUPT") || code.equals("SQLITE_NOTADB");
  }
}
