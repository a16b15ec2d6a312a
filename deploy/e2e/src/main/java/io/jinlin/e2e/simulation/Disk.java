package io.jinlin.e2e.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The folders that one machine's disk was in. SQLite has committed exactly what its file and log
 * hold, so a copy of both, taken while they are open, is what a power failure leaves.
 */
final class Disk {
  private static final List<String> PARTS = List.of("", "-wal");

  private final Path root;
  private final List<String> files;
  private int copies;
  private Path folder;

  /**
   * A disk.
   *
   * @param files names of the databases on it
   */
  Disk(Path root, List<String> files) {
    this.root = root;
    this.files = List.copyOf(files);
    this.folder = create();
  }

  private Path create() {
    try {
      return Files.createDirectories(root.resolve("disk-" + copies++));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** What is on the disk now, in a folder of its own. */
  Path copy() {
    Path copy = create();
    files.forEach(name -> copy(name, folder, copy));
    return copy;
  }

  /** Takes another folder for the disk from now on. */
  void use(Path other) {
    folder = other;
  }

  /** Puts one database of another folder in the place of ours. */
  void replace(String name, Path from) {
    try {
      for (String part : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(folder.resolve(name + part));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    copy(name, from, folder);
  }

  private static void copy(String name, Path from, Path to) {
    try {
      for (String part : PARTS) {
        Path source = from.resolve(name + part);
        if (Files.exists(source)) {
          Files.copy(source, to.resolve(name + part), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
