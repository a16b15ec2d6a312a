package io.jinlin.hub.programme;

import io.jinlin.hub.store.Rows;
import io.jinlin.hub.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/**
 * The file: a salt, {@link #SLOTS} wrapped keys and {@link #BLOCKS} sealed blocks, always all of
 * them and always of one size, from the hub's first start on. Unused ones are random bytes, which
 * is what sealed ones look like. Every change writes every block anew, in one transaction, and the
 * file's time stays the same; so size, rows and times say nothing of what is in it, nor whether
 * anything is.
 */
final class BlockFile implements AutoCloseable {
  /** Keys there is room for. */
  static final int SLOTS = 8;

  /** Size of a wrapped key, in bytes. */
  static final int SLOT_BYTES = 512;

  /** Blocks of content. */
  static final int BLOCKS = 512;

  /** Size of a sealed block, in bytes. */
  static final int BLOCK_BYTES = 2_048;

  /** The time that the file always has. */
  static final FileTime TIME = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  private static final int BUSY_TIMEOUT_MS = 5_000;

  private final Path file;
  private final Connection db;

  private BlockFile(Path file, Connection db) {
    this.file = file;
    this.db = db;
  }

  /** Opens the file, or makes one that holds nothing and looks like any other. */
  static BlockFile open(Path path, Crypt crypt) {
    try {
      boolean isNew = !Files.exists(path);
      Connection db = DriverManager.getConnection("jdbc:sqlite:" + path);
      try (Statement statement = db.createStatement()) {
        statement.execute("PRAGMA busy_timeout=" + BUSY_TIMEOUT_MS);
        statement.execute("PRAGMA journal_mode=TRUNCATE");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("PRAGMA secure_delete=ON");
        statement.execute(
            "CREATE TABLE IF NOT EXISTS block (n INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT");
        statement.execute(
            "CREATE TABLE IF NOT EXISTS slot (n INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT");
      }
      db.setAutoCommit(false);
      BlockFile opened = new BlockFile(path, db);
      if (isNew || opened.slots().isEmpty()) {
        opened.fill(crypt);
      }
      opened.stamp();
      return opened;
    } catch (SQLException | IOException e) {
      throw new StoreException("opening " + path.getFileName(), new SQLException(e));
    }
  }

  private void fill(Crypt crypt) throws SQLException {
    put("slot", 0, crypt.random(SLOT_BYTES));
    for (int i = 1; i <= SLOTS; i++) {
      put("slot", i, crypt.random(SLOT_BYTES));
    }
    for (int i = 0; i < BLOCKS; i++) {
      put("block", i, crypt.random(BLOCK_BYTES));
    }
    db.commit();
  }

  private void put(String table, int n, byte[] body) throws SQLException {
    String sql =
        "INSERT INTO "
            + table
            + " (n, body) VALUES (?, ?) ON CONFLICT (n) DO UPDATE SET body = excluded.body";
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      statement.setInt(1, n);
      statement.setBytes(2, body);
      statement.executeUpdate();
    }
  }

  /** The salt and after it the wrapped keys. */
  synchronized List<byte[]> slots() throws SQLException {
    return Rows.all(db, "SELECT body FROM slot ORDER BY n", row -> row.getBytes(1));
  }

  synchronized List<byte[]> blocks() throws SQLException {
    return Rows.all(db, "SELECT body FROM block ORDER BY n", row -> row.getBytes(1));
  }

  /** Writes every key and every block. */
  synchronized void write(List<byte[]> slots, List<byte[]> blocks) throws SQLException {
    try {
      for (int i = 0; i < slots.size(); i++) {
        put("slot", i, slots.get(i));
      }
      for (int i = 0; i < blocks.size(); i++) {
        put("block", i, blocks.get(i));
      }
      db.commit();
      stamp();
    } catch (SQLException | IOException e) {
      db.rollback();
      throw new SQLException("writing the store", e);
    }
  }

  private void stamp() throws IOException {
    Files.setLastModifiedTime(file, TIME);
    Path journal = Path.of(file + "-journal");
    if (Files.exists(journal)) {
      Files.setLastModifiedTime(journal, TIME);
    }
  }

  @Override
  public synchronized void close() {
    try {
      db.rollback();
      db.close();
      stamp();
    } catch (SQLException | IOException e) {
      throw new StoreException("closing the store", new SQLException(e));
    }
  }
}
