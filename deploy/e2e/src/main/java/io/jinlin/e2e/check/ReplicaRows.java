package io.jinlin.e2e.check;

import io.jinlin.contract.card.CardRef;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** Reads a device's copy of the hub's pages from outside, without the device's own code. */
public final class ReplicaRows implements AutoCloseable {
  private static final String REVOKED = "SELECT lower(hex(ref)) FROM revoked";
  private static final String ROSTER = "SELECT lower(hex(ref)) || ' ' || version FROM roster";
  private static final String CLAIMS = "SELECT lower(hex(ref)) || ' ' || occasion FROM claim";
  private static final String ITEMS =
      "SELECT kind || ' ' || key || ' ' || hex(body) FROM item" + " WHERE kind <> 'CLAIMS'";
  private static final String RELEASES = "SELECT key FROM item WHERE kind = 'CLAIMS'";

  private final Connection db;

  private ReplicaRows(Connection db) {
    this.db = db;
  }

  /** Opens a file that exists. */
  public static ReplicaRows open(Path file) {
    try {
      return new ReplicaRows(DriverManager.getConnection("jdbc:sqlite:" + file));
    } catch (SQLException unreadable) {
      throw new AssertionError("cannot read " + file, unreadable);
    }
  }

  /** How a card is named here. */
  public static String name(CardRef ref) {
    return HexFormat.of().formatHex(ref.bytes());
  }

  /** Dead cards. */
  public Set<String> revoked() {
    return texts(REVOKED);
  }

  /** Cards with the versions of their entries. */
  public Set<String> roster() {
    return texts(ROSTER);
  }

  /** Cards with the meals they had. */
  public Set<String> claims() {
    return texts(CLAIMS);
  }

  /** Settings and timetable, byte for byte. */
  public Set<String> items() {
    return texts(ITEMS);
  }

  /** Meals that were taken back, by their keys. */
  public Set<String> releases() {
    return texts(RELEASES);
  }

  private Set<String> texts(String query) {
    return texts(db, query);
  }

  static Set<String> texts(Connection db, String query) {
    Set<String> texts = new TreeSet<>();
    try (Statement statement = db.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    } catch (SQLException unreadable) {
      throw new AssertionError(query, unreadable);
    }
  }

  @Override
  public void close() {
    try {
      db.close();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}
