package io.jinlin.hub.backup;

import io.jinlin.hub.accounts.Accounts;
import io.jinlin.hub.store.Damage;
import io.jinlin.hub.store.DataFolder;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verified copies of {@code hub.db} and of the accounts beside it, made while the hub runs. Only
 * after a copy was checked and synced do devices learn that what is in it may be deleted before
 * other rows.
 */
public final class Backups {
  private static final String PREFIX = "hub-";
  private static final String ACCOUNTS_PREFIX = "accounts-";
  private static final String SUFFIX = ".db";
  private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

  /** How far a backup goes in one epoch of one device. */
  public record Reached(String device, String epoch, long position) {}

  private final Path folder;
  private final int keep;

  /** Keeps so many in a folder. */
  public Backups(Path folder, int keep) {
    this.folder = folder;
    this.keep = keep;
  }

  /**
   * Copies the database as it is committed now.
   *
   * @return the verified file
   * @throws StoreException when the disk refuses or the copy is not whole
   */
  public Path make(Database database, long nowMillis) {
    try {
      DataFolder.make(folder);
      Path accounts = database.file().resolveSibling(Accounts.FILE);
      if (Files.exists(accounts)) {
        copyWhole(accounts, folder.resolve(ACCOUNTS_PREFIX + nowMillis + SUFFIX));
      }
      Path done = folder.resolve(PREFIX + nowMillis + SUFFIX);
      copyWhole(database.file(), done);
      deleteOld();
      return done;
    } catch (IOException e) {
      throw new UncheckedIOException("backup to " + folder, e);
    }
  }

  private void copyWhole(Path from, Path done) throws IOException {
    Path part = Path.of(done + ".part");
    try {
      Files.deleteIfExists(part);
      copy(from, part);
      if (from.endsWith(Accounts.FILE)) {
        signOut(part);
      }
      Optional<String> damage = Damage.of(part);
      if (damage.isPresent()) {
        throw new StoreException("backup", new SQLException(damage.get()));
      }
      sync(part);
      Files.move(part, done, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      // On a full disk half a copy would take the last of the space.
      Files.deleteIfExists(part);
    }
    sync(folder);
  }

  /** A browser that signed out since must not be signed in by a copy that is put back. */
  private static void signOut(Path copy) {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
      Rows.change(db, "DELETE FROM signed_in");
    } catch (SQLException e) {
      throw new StoreException("signing out in " + copy.getFileName(), e);
    }
  }

  private static void copy(Path from, Path to) {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + from)) {
      Rows.change(db, "VACUUM INTO ?", to.toString());
    } catch (SQLException e) {
      throw new StoreException("copying " + from.getFileName(), e);
    }
  }

  private static void sync(Path path) throws IOException {
    StandardOpenOption mode =
        Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }

  private void deleteOld() throws IOException {
    List<Path> all = all();
    for (Path old : all.subList(0, Math.max(0, all.size() - keep))) {
      Files.deleteIfExists(accounts(old));
      Files.delete(old);
    }
  }

  /** The accounts that were copied together with a backup, whether or not there were any. */
  public static Path accounts(Path backup) {
    String name = String.valueOf(backup.getFileName());
    String copied =
        name.startsWith(PREFIX) ? ACCOUNTS_PREFIX + name.substring(PREFIX.length()) : name + ".acc";
    return backup.resolveSibling(copied);
  }

  /** All backups, oldest first. */
  public List<Path> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = new ArrayList<>(files.filter(Backups::isBackup).toList());
      found.sort(Comparator.comparingLong(Backups::millis));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("listing " + folder, e);
    }
  }

  private static boolean isBackup(Path file) {
    return file.getFileName().toString().matches(PREFIX + "\\d{1,18}\\" + SUFFIX);
  }

  private static long millis(Path file) {
    String name = file.getFileName().toString();
    return Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
  }

  /** The newest backup that is whole. */
  public Optional<Path> newestWhole() {
    List<Path> all = all();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (Damage.of(all.get(i)).isEmpty()) {
        return Optional.of(all.get(i));
      }
      LOG.error("backup {} is damaged", all.get(i).getFileName());
    }
    return Optional.empty();
  }

  /** How far a backup goes in each epoch. */
  public static List<Reached> reached(Path backup) {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + backup)) {
      return Rows.all(
          db,
          "SELECT device, epoch, position FROM source",
          row -> new Reached(row.getString(1), row.getString(2), row.getLong(3)));
    } catch (SQLException e) {
      throw new StoreException("reading " + backup.getFileName(), e);
    }
  }

  /** Notes in the database how far the newest backup goes; within the caller's transaction. */
  public static int note(Connection db, List<Reached> reached) throws SQLException {
    int changed = 0;
    for (Reached one : reached) {
      changed +=
          Rows.change(
              db,
              "UPDATE source SET backed_up = ?3 WHERE device = ?1 AND epoch = ?2"
                  + " AND backed_up < ?3",
              one.device(),
              one.epoch(),
              one.position());
    }
    return changed;
  }

  /**
   * Puts a backup in the place of a database that no process uses; what was there is renamed.
   *
   * @return the new name of what was there, if there was any
   * @throws StoreException when the backup is not whole
   */
  public static Optional<Path> restore(Path backup, Path file, long nowMillis) {
    Optional<String> damage = Damage.of(backup);
    if (damage.isPresent() || !Files.exists(backup)) {
      String why = damage.orElse("there is no such file");
      throw new StoreException("backup " + backup, new SQLException(why));
    }
    try {
      Path part = Path.of(file + ".part");
      Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
      sync(part);
      Optional<Path> aside =
          Files.exists(file)
              ? Optional.of(Damage.setAside(file, "replaced-" + nowMillis))
              : Optional.empty();
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return aside;
    } catch (IOException e) {
      throw new UncheckedIOException("restoring " + file, e);
    }
  }
}
