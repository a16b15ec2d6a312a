package io.jinlin.edge.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The file on the disk: one process at a time, checked at opening, set aside when damaged. */
final class OutboxFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxFile.class);

  /** Stands between the name and the time in the name of a file that was set aside. */
  static final String DAMAGED = ".damaged-";

  /** The same once its readable rows were brought back. */
  static final String SALVAGED = ".salvaged-";

  /** The bits of SQLite's extended result codes that name the kind of error. */
  static final int PRIMARY_CODE = 0xff;

  private static final String[] PARTS = {"", "-wal", "-shm"};

  private final Path file;
  private @Nullable FileLock lock;

  OutboxFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  Path path() {
    return file;
  }

  /**
   * Takes the lock, unless it is held already.
   *
   * @throws OutboxInUseException if somebody else has it
   * @throws IOException if the folder cannot be written
   */
  void lock() throws IOException {
    if (lock != null) {
      return;
    }
    Files.createDirectories(file.getParent());
    Path path = file.resolveSibling(file.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock taken = null;
    try {
      taken = channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      LOG.debug("{} is locked by this process", path);
    }
    if (taken == null) {
      channel.close();
      throw new OutboxInUseException(file);
    }
    lock = taken;
  }

  /**
   * Opens a sound file; a damaged one is set aside and an empty one begun.
   *
   * @param wallMillis for the name of the file that is set aside
   */
  Store open(long wallMillis) throws SQLException, IOException {
    String damage;
    try {
      Store store = Store.open(file);
      damage = damage(store);
      if (damage.isEmpty()) {
        return store;
      }
      store.close();
    } catch (SQLiteException failed) {
      if (!isDamage(failed)) {
        throw failed;
      }
      damage = String.valueOf(failed.getMessage());
    }
    Path aside = setAside(wallMillis);
    LOG.error(
        "outbox damaged ({}): set aside as {}; bring its rows back with: edge-agent salvage {}",
        damage,
        aside,
        aside);
    Store store = Store.open(file);
    store.create();
    return store;
  }

  private static String damage(Store store) throws SQLException {
    String answer;
    try {
      answer = store.check();
      if (answer.equals("ok")) {
        long version = store.number(OutboxSql.USER_VERSION);
        if (version > OutboxSql.SCHEMA) {
          throw new SQLException("the outbox is of a newer version, " + version);
        }
        store.create();
        store.epochs();
        return "";
      }
      return answer;
    } catch (SQLiteException failed) {
      store.close();
      if (isDamage(failed)) {
        return String.valueOf(failed.getMessage());
      }
      throw failed;
    }
  }

  /** Whether the content is wrong, not the disk. */
  static boolean isDamage(SQLiteException failed) {
    int code = failed.getResultCode().code & PRIMARY_CODE;
    return code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code
        || code == SQLiteErrorCode.SQLITE_FORMAT.code
        || code == SQLiteErrorCode.SQLITE_ERROR.code;
  }

  private Path setAside(long wallMillis) throws IOException {
    // A clock that was never set may stand before 1970; a sign would hide the file from status.
    long millis = Math.max(0, wallMillis);
    Path aside = file.resolveSibling(file.getFileName() + DAMAGED + millis);
    while (Files.exists(aside)) {
      aside = file.resolveSibling(file.getFileName() + DAMAGED + ++millis);
    }
    for (String part : PARTS) {
      Path from = Path.of(file + part);
      if (Files.exists(from)) {
        Files.move(from, Path.of(aside + part), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return aside;
  }

  /** Renames what was set aside, once its rows are in an outbox. */
  static Path markSalvaged(Path aside) throws IOException {
    String name = aside.getFileName().toString();
    if (!name.contains(DAMAGED)) {
      return aside;
    }
    Path renamed = aside.resolveSibling(name.replace(DAMAGED, SALVAGED));
    for (String part : PARTS) {
      Path from = Path.of(aside + part);
      if (Files.exists(from)) {
        Files.move(from, Path.of(renamed + part), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return renamed;
  }

  /** Whether a file that was set aside still waits for somebody. */
  boolean somethingSetAside() {
    String prefix = file.getFileName() + DAMAGED;
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.anyMatch(path -> path.getFileName().toString().startsWith(prefix));
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    FileLock held = lock;
    lock = null;
    if (held != null) {
      held.channel().close();
    }
  }
}
