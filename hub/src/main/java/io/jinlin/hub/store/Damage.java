package io.jinlin.hub.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Finds out whether a SQLite file is whole, and sets a damaged one aside; never deletes. */
public final class Damage {
  private static final List<String> COMPANIONS = List.of("", "-wal", "-shm");

  private Damage() {}

  /** What is wrong with a file; empty for a whole one and for one that is not there. */
  public static Optional<String> of(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      List<String> found = Rows.all(db, "PRAGMA quick_check(1)", row -> row.getString(1));
      return found.equals(List.of("ok")) ? Optional.empty() : Optional.of(String.join(" ", found));
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Renames a file and its log.
   *
   * @param mark for example {@code damaged-1795492800000}
   * @return the new name
   */
  public static Path setAside(Path file, String mark) {
    try {
      for (String companion : COMPANIONS) {
        Path from = Path.of(file + companion);
        if (Files.exists(from)) {
          Files.move(from, Path.of(file + "." + mark + companion));
        }
      }
      return Path.of(file + "." + mark);
    } catch (IOException e) {
      throw new UncheckedIOException("setting " + file + " aside", e);
    }
  }
}
