package io.jinlin.hub.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Something done with a connection; it neither commits nor closes it. */
@FunctionalInterface
public interface SqlWork<T> {
  /** Does it. */
  T run(Connection connection) throws SQLException;
}
