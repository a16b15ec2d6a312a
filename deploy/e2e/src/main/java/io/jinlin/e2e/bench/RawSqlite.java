package io.jinlin.e2e.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The most that SQLite itself takes of the rows that a hub wrote: the same table with the same
 * indices, the same rows in the same order, prepared, one thread, WAL and synchronous=FULL, in
 * transactions of the hub's largest group; no network, no decoding, no figures.
 */
final class RawSqlite {
  private static final int GROUP = 10_000;

  private RawSqlite() {}

  /** Rows a second. */
  static double rowsPerSecond(Path hubDatabase, Path scratch, String table, int most)
      throws SQLException {
    List<String> definitions = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    try (Connection hub = DriverManager.getConnection("jdbc:sqlite:" + hubDatabase);
        Statement statement = hub.createStatement()) {
      String schema =
          "SELECT sql FROM sqlite_master WHERE tbl_name='"
              + table
              + "' AND sql IS NOT NULL"
              + " ORDER BY type DESC";
      try (ResultSet found = statement.executeQuery(schema)) {
        while (found.next()) {
          definitions.add(found.getString(1));
        }
      }
      String newest = "SELECT * FROM " + table + " ORDER BY rowid DESC LIMIT " + most;
      try (ResultSet found = statement.executeQuery(newest)) {
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
          Object[] row = new Object[columns];
          for (int i = 0; i < columns; i++) {
            row[i] = found.getObject(i + 1);
          }
          rows.add(row);
        }
      }
    }
    Collections.reverse(rows);
    return insert(scratch, table, definitions, rows);
  }

  private static double insert(
      Path scratch, String table, List<String> definitions, List<Object[]> rows)
      throws SQLException {
    try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + scratch);
        Statement statement = raw.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      for (String definition : definitions) {
        statement.execute(definition);
      }
      raw.setAutoCommit(false);
      String places = "?" + ",?".repeat(rows.get(0).length - 1);
      long started = System.nanoTime();
      try (PreparedStatement insert =
          raw.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
        for (int i = 0; i < rows.size(); i++) {
          Object[] row = rows.get(i);
          for (int column = 0; column < row.length; column++) {
            insert.setObject(column + 1, row[column]);
          }
          insert.executeUpdate();
          if (i % GROUP == GROUP - 1) {
            raw.commit();
          }
        }
        raw.commit();
      }
      return rows.size() * 1e9 / (System.nanoTime() - started);
    }
  }
}
