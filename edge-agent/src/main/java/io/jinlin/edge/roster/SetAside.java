package io.jinlin.edge.roster;

import io.jinlin.contract.card.CardRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A damaged replica: renamed with its log, never deleted, and searched for its dead cards. */
final class SetAside {
  private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);
  private static final List<String> SUFFIXES = List.of("-wal", "-shm", "");
  private static final int MAX_NAMES = 1_000;

  private SetAside() {}

  /** Renames the file; its new name. */
  static Path rename(Path file, long wallMillis) throws IOException {
    Path aside = freeName(file, wallMillis);
    for (String suffix : SUFFIXES) {
      Path from = withSuffix(file, suffix);
      if (Files.exists(from)) {
        Files.move(from, withSuffix(aside, suffix));
      }
    }
    return aside;
  }

  /** The wall clock may say the same twice, at 1970. */
  private static Path freeName(Path file, long wallMillis) throws IOException {
    for (int i = 0; i < MAX_NAMES; i++) {
      Path name = withSuffix(file, ".damaged-" + (wallMillis + i));
      if (!Files.exists(name)) {
        return name;
      }
    }
    throw new IOException("over " + MAX_NAMES + " damaged copies of " + file.getFileName());
  }

  private static Path withSuffix(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  /**
   * The dead cards that can still be read, as many as come before the damage: until the hub has
   * sent them again, none of them may count as merely unknown.
   */
  static List<CardRef> revocations(Path aside) {
    List<CardRef> dead = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + aside.toAbsolutePath());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT ref FROM revoked")) {
      while (row.next()) {
        byte[] ref = row.getBytes(1);
        if (ref != null && ref.length == CardRef.BYTES) {
          dead.add(CardRef.of(ref));
        }
      }
    } catch (SQLException unreadable) {
      LOG.warn("{}: read {} dead cards, then {}", aside, dead.size(), unreadable.getMessage());
    }
    return dead;
  }
}
