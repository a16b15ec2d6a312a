package io.jinlin.edge.outbox;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** The tables in an open file. Every failure is thrown; the outbox decides what it means. */
final class Store implements AutoCloseable {
  /** Bits of a row's key that hold the sequence number. */
  static final int SEQ_BITS = 40;

  private static final long SEQ_MASK = (1L << SEQ_BITS) - 1;
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  /** Pages of 4 KiB in the write-ahead log before they are moved into the file. */
  private static final int CHECKPOINT_PAGES = 400;

  /** How long to wait for another process that reads or salvages, in milliseconds. */
  private static final int BUSY_TIMEOUT_MS = 5_000;

  private static final int CACHE_KIB = 1_024;

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private Store(Connection connection) {
    this.connection = connection;
  }

  /** A row as stored. */
  record Row(long key, byte[] body) {
    long seq() {
      return key & SEQ_MASK;
    }
  }

  static Store open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.setCacheSize(-CACHE_KIB);
    return new Store(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
  }

  static Store openReadOnly(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    return new Store(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
  }

  /** What {@code quick_check} says: {@code ok} or the first thing that is wrong. */
  String check() throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(OutboxSql.QUICK_CHECK)) {
      return rows.next() ? rows.getString(1) : "no answer";
    }
  }

  void create() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint=" + CHECKPOINT_PAGES);
      for (String sql : OutboxSql.CREATE) {
        statement.execute(sql);
      }
    }
  }

  long number(String sql) throws SQLException {
    return query(sql, rows -> rows.next() ? rows.getLong(1) : 0);
  }

  /** Reads an answer. */
  private interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> T query(String sql, Reading<T> reading, long... arguments) throws SQLException {
    try {
      PreparedStatement statement = prepared(sql);
      for (int i = 0; i < arguments.length; i++) {
        statement.setLong(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return reading.read(rows);
      }
    } catch (SQLException failed) {
      forget(sql);
      throw failed;
    }
  }

  /** The driver closes a statement that failed; a new one is needed next time. */
  private void forget(String sql) {
    try (PreparedStatement broken = statements.remove(sql)) {
      LOG.debug("statement given up: {}", broken);
    } catch (SQLException alreadyClosed) {
      LOG.debug("statement was closed: {}", alreadyClosed.toString());
    }
  }

  long usedBytes() throws SQLException {
    return (number(OutboxSql.PAGE_COUNT) - number(OutboxSql.FREE_COUNT)) * SalvageReader.PAGE_BYTES;
  }

  Map<String, Long> boots() throws SQLException {
    return query(
        OutboxSql.BOOTS,
        rows -> {
          Map<String, Long> boots = new HashMap<>();
          while (rows.next()) {
            boots.put(rows.getString(1), rows.getLong(2));
          }
          return boots;
        });
  }

  List<Epoch> epochs() throws SQLException {
    return query(
        OutboxSql.EPOCHS,
        rows -> {
          List<Epoch> epochs = new ArrayList<>();
          while (rows.next()) {
            epochs.add(epoch(rows));
          }
          return epochs;
        });
  }

  private static Epoch epoch(ResultSet rows) throws SQLException {
    Epoch epoch = new Epoch(rows.getLong(1), rows.getString(2), rows.getString(3));
    epoch.first = Math.max(1, rows.getLong(6) & SEQ_MASK);
    epoch.last = rows.getLong(7) & SEQ_MASK;
    epoch.acked = Math.min(rows.getLong(4), epoch.last);
    epoch.backedUp = rows.getLong(5);
    epoch.stored = true;
    return epoch;
  }

  List<Row> rows(String sql, long... arguments) throws SQLException {
    return query(
        sql,
        rows -> {
          List<Row> found = new ArrayList<>();
          while (rows.next()) {
            found.add(new Row(rows.getLong(1), rows.getBytes(2)));
          }
          return found;
        },
        arguments);
  }

  /** Runs a statement with parameters; how many rows it changed. */
  int run(String sql, Object... arguments) throws SQLException {
    try {
      PreparedStatement statement = prepared(sql);
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException failed) {
      forget(sql);
      throw failed;
    }
  }

  /** Statements that belong together. */
  interface Work {
    void run(Store store) throws SQLException;
  }

  /** All of it on the disk when this returns, or none of it when it throws. */
  void transaction(Work work) throws SQLException {
    run(OutboxSql.BEGIN);
    try {
      work.run(this);
      run(OutboxSql.COMMIT);
    } catch (SQLException failed) {
      rollback(failed);
      throw failed;
    }
  }

  private void rollback(SQLException cause) {
    try {
      run(OutboxSql.ROLLBACK);
    } catch (SQLException failed) {
      // SQLITE_ERROR says that no transaction is open: SQLite has rolled back by itself.
      if (failed.getErrorCode() != SQLiteErrorCode.SQLITE_ERROR.code) {
        cause.addSuppressed(failed);
      }
    }
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
