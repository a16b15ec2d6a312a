package io.jinlin.hub.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.flywaydb.core.Flyway;

/**
 * One SQLite file with one writing connection and a few read-only ones. Write-ahead log,
 * synchronous=FULL: what is committed survives a killed process and a lost power supply (<a
 * href="https://www.sqlite.org/pragma.html#pragma_synchronous">sqlite.org</a>).
 */
public final class Database implements AutoCloseable {
  /** Read-only connections; a query waits for one. */
  public static final int READERS = 3;

  /** How long a statement waits for a lock of another process, in milliseconds. */
  public static final int BUSY_TIMEOUT_MS = 10_000;

  /** Page cache of the writer and of each reader, in KiB. */
  private static final int WRITER_CACHE_KIB = 16 * 1024;

  private static final int READER_CACHE_KIB = 4 * 1024;

  /** Log pages after which the writer copies them into the file: 16 MiB. */
  private static final int CHECKPOINT_PAGES = 4_096;

  private final Path file;
  private final Connection writer;
  private final BlockingQueue<Connection> readers = new ArrayBlockingQueue<>(READERS);

  private Database(Path file, Connection writer) {
    this.file = file;
    this.writer = writer;
  }

  /**
   * Opens the file, creates or migrates its tables.
   *
   * @throws StoreException when it is no database or cannot be written
   */
  public static Database open(Path file) {
    migrate(file);
    try {
      Connection writer = connect(file, WRITER_CACHE_KIB, false);
      Database database = new Database(file, writer);
      for (int i = 0; i < READERS; i++) {
        database.readers.add(connect(file, READER_CACHE_KIB, true));
      }
      return database;
    } catch (SQLException e) {
      throw new StoreException("opening " + file.getFileName(), e);
    }
  }

  private static void migrate(Path file) {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, null, null)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  private static Connection connect(Path file, int cacheKib, boolean readOnly) throws SQLException {
    Properties properties = new Properties();
    if (readOnly) {
      properties.setProperty("open_mode", "1");
    }
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=" + BUSY_TIMEOUT_MS);
      statement.execute("PRAGMA cache_size=-" + cacheKib);
      if (!readOnly) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("PRAGMA wal_autocheckpoint=" + CHECKPOINT_PAGES);
      }
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /**
   * The writing connection, in transactions. It belongs to whoever is the writer: the ledger's
   * thread while the hub serves; the caller in a command that runs alone.
   */
  public Connection writer() {
    return writer;
  }

  /**
   * Runs a change and commits it, for commands and at start, while no ledger thread runs.
   *
   * @throws StoreException after rolling back
   */
  public <T> T write(SqlWork<T> work) {
    try {
      T value = work.run(writer);
      writer.commit();
      return value;
    } catch (SQLException e) {
      rollBack();
      throw new StoreException("writing " + file.getFileName(), e);
    } catch (RuntimeException e) {
      rollBack();
      throw e;
    }
  }

  /** Undoes the open transaction of the writer. */
  public void rollBack() {
    try {
      Transactions.rollBack(writer);
    } catch (SQLException e) {
      throw new StoreException("rolling back " + file.getFileName(), e);
    }
  }

  /**
   * Runs queries on a read-only connection, all on the one state that is committed now.
   *
   * @throws StoreException when it fails
   */
  public <T> T read(SqlWork<T> work) {
    Connection connection = take();
    try {
      try {
        return work.run(connection);
      } finally {
        Transactions.rollBack(connection);
      }
    } catch (SQLException e) {
      throw new StoreException("reading " + file.getFileName(), e);
    } finally {
      readers.add(connection);
    }
  }

  private Connection take() {
    try {
      return readers.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a connection", e);
    }
  }

  /** Closes all connections; waits for running queries. */
  @Override
  public void close() {
    try {
      for (int i = 0; i < READERS; i++) {
        take().close();
      }
      Transactions.rollBack(writer);
      writer.close();
    } catch (SQLException e) {
      throw new StoreException("closing " + file.getFileName(), e);
    }
  }
}
