package io.jinlin.e2e.programme;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.stream.Stream;

/** What the attacker carried off, as text to search in. */
final class Loot {
  private Loot() {}

  static int count(String text, String wanted) {
    int count = 0;
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      count++;
    }
    return count;
  }

  static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** All but the store itself. */
  static String files(Path folder) throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        if (!path.getFileName().toString().startsWith("programme")) {
          all.append(latin(Files.readAllBytes(path)));
        }
      }
    }
    return all.toString();
  }

  static String dump(Path file) throws Exception {
    StringBuilder all = new StringBuilder();
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement tables = db.createStatement();
        Statement statement = db.createStatement()) {
      String sql = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
      ResultSet names = tables.executeQuery(sql);
      while (names.next()) {
        ResultSet rows = statement.executeQuery("SELECT * FROM \"" + names.getString(1) + "\"");
        while (rows.next()) {
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            Object value = rows.getObject(i);
            all.append(value instanceof byte[] bytes ? latin(bytes) : value).append('|');
          }
          all.append('\n');
        }
      }
    }
    return all.toString();
  }
}
