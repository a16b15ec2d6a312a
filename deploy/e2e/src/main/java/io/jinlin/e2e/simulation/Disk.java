package io.jinlin.e2e.simulation;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The folders that one machine's disk was in. SQLite has committed exactly what its file and log
 * hold, so a copy of both, taken while they are open, is what a power failure leaves.
 */
final class Disk {
  /** Made anew by whoever opens the database. */
  private static final List<String> PASSING = List.of("-shm", ".lock");

  private static final int PAGE_BYTES = 4_096;
  private static final int HEADER_BYTES = 100;

  private final Path root;
  private int copies;
  private Path folder;

  Disk(Path root) {
    this.root = root;
    this.folder = create();
  }

  private Path create() {
    try {
      return Files.createDirectories(root.resolve("disk-" + copies++));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Path folder() {
    return folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Files whose names begin like this, in the order of their names. */
  List<Path> files(String prefix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What is on the disk now, in a folder of its own. */
  Path copy() {
    Path copy = create();
    try {
      for (Path file : files("")) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file) && PASSING.stream().noneMatch(name::endsWith)) {
          Files.copy(file, copy.resolve(name));
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return copy;
  }

  /** Takes another folder for the disk from now on. */
  void use(Path other) {
    folder = other;
  }

  /** Brings what stands in the log of a database into its file; the log also has a good header. */
  void foldLog(String name) {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file(name));
        Statement statement = db.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException failed) {
      throw new AssertionError("cannot fold the log of " + name, failed);
    }
  }

  /** Overwrites the header of a database, by which it is known as one; its rows stay. */
  void spoilHeader(String name, Random random) {
    overwrite(name, 0, HEADER_BYTES, random);
  }

  /** Overwrites the header and one page in so many. */
  void spoilPages(String name, int oneIn, Random random) {
    spoilHeader(name, random);
    try {
      for (long page = 1; page < Files.size(file(name)) / PAGE_BYTES; page++) {
        if (random.nextInt(oneIn) == 0) {
          overwrite(name, page * PAGE_BYTES, PAGE_BYTES, random);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void overwrite(String name, long at, int length, Random random) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    try (RandomAccessFile file = new RandomAccessFile(file(name).toFile(), "rw")) {
      file.seek(at);
      file.write(noise);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
