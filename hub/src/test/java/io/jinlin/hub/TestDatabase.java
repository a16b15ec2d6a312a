package io.jinlin.hub;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** A real database file with every migration applied. */
public final class TestDatabase {

  private TestDatabase() {}

  /** Migrates the file and opens it. */
  public static Connection migrated(Path file) throws SQLException {
    String url = "jdbc:sqlite:" + file;
    Flyway.configure().dataSource(url, null, null).load().migrate();
    return DriverManager.getConnection(url);
  }
}
