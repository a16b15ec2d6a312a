package io.jinlin.hub.ledger;

import io.jinlin.hub.store.Rows;
import io.jinlin.hub.store.StoreException;
import io.jinlin.hub.store.Transactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A second, synced file of what only the hub knows: its own events, revocations, issued cards. No
 * kiosk could send it again, so it is committed here before {@code hub.db} and before staff see
 * "done"; a start replays what {@code hub.db} lacks. Entries are numbered from 1 and never changed.
 */
public final class Journal implements AutoCloseable {
  /** Longest entry in bytes. */
  public static final int MAX_BODY_BYTES = 64 * 1024;

  private static final String INSERT =
      "INSERT INTO journal (n, kind, body, start) VALUES (?, ?, ?, ?)";

  /** Entries read at once when replaying. */
  static final int PAGE = 1_000;

  /**
   * One entry.
   *
   * @param number its place in the order
   * @param kind who replays it, for example {@code event}, {@code card}
   */
  public record Entry(long number, String kind, byte[] body) {}

  private final Connection db;
  private PreparedStatement insert;

  private Journal(Connection db) throws SQLException {
    this.db = db;
    this.insert = db.prepareStatement(INSERT);
  }

  /**
   * Opens or makes the file; give another disk than {@code hub.db}'s to survive the loss of one.
   *
   * @throws StoreException when it is no database or cannot be written
   */
  public static Journal open(Path file) {
    try {
      Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = db.createStatement()) {
        statement.execute("PRAGMA busy_timeout=10000");
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute(
            "CREATE TABLE IF NOT EXISTS journal"
                + " (n INTEGER PRIMARY KEY, kind TEXT NOT NULL, body BLOB NOT NULL)");
        if (Rows.number(db, "SELECT count(*) FROM pragma_table_info('journal')") == 3) {
          statement.execute("ALTER TABLE journal ADD COLUMN start TEXT NOT NULL DEFAULT ''");
        }
      }
      db.setAutoCommit(false);
      return new Journal(db);
    } catch (SQLException e) {
      throw new StoreException("opening " + file.getFileName(), e);
    }
  }

  /** The highest number, 0 for none. */
  long last() throws SQLException {
    return Rows.number(db, "SELECT coalesce(max(n), 0) FROM journal");
  }

  /**
   * Which start of the hub wrote an entry: two disks with one past have the same. Empty if there is
   * no such entry, or it is older than this knowledge.
   */
  String startOf(long number) throws SQLException {
    String sql = "SELECT start FROM journal WHERE n = ?";
    return Rows.all(db, sql, row -> row.getString(1), number).stream().findFirst().orElse("");
  }

  /**
   * Adds an entry.
   *
   * @param start the name of this start of the hub
   */
  void add(Entry entry, String start) throws SQLException {
    insert.setLong(1, entry.number());
    insert.setString(2, entry.kind());
    insert.setBytes(3, entry.body());
    insert.setString(4, start);
    insert.executeUpdate();
  }

  void commit() throws SQLException {
    db.commit();
  }

  /** Undoes what was not committed; the driver may have closed a statement that failed. */
  void rollBack() throws SQLException {
    Transactions.rollBack(db);
    insert.close();
    insert = db.prepareStatement(INSERT);
  }

  /** Entries after a number, at most {@link #PAGE}, in order. */
  List<Entry> after(long number) throws SQLException {
    return Rows.all(
        db,
        "SELECT n, kind, body FROM journal WHERE n > ? ORDER BY n LIMIT " + PAGE,
        row -> new Entry(row.getLong(1), row.getString(2), row.getBytes(3)),
        number);
  }

  @Override
  public void close() {
    try {
      Transactions.rollBack(db);
      db.close();
    } catch (SQLException e) {
      throw new StoreException("closing the journal", e);
    }
  }
}
