package io.jinlin.e2e.torture;

import io.jinlin.e2e.process.ChildProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small file system of its own, so that a disk can be full; needs the right to mount one. */
final class Ramdisk implements AutoCloseable {
  /** Room for a roster of 14,000 cards, twice, and for some thousand events. */
  private static final int MEGABYTES = 64;

  private static final int BLOCK_BYTES = 4_096;
  private static final Duration SHORT = Duration.ofSeconds(20);

  private final Grounds grounds;
  private final Path folder;

  private Ramdisk(Grounds grounds, Path folder) {
    this.grounds = grounds;
    this.folder = folder;
  }

  /** Mounts one; empty, and said so, without the right to. */
  static Optional<Ramdisk> mount(Grounds grounds, Path folder) {
    Ramdisk disk = new Ramdisk(grounds, folder);
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    if (disk.run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs")) {
      return Optional.of(disk);
    }
    System.out.println("torture: no right to mount a small disk, so none is filled");
    return Optional.empty();
  }

  private boolean run(String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    words.add(folder.toString());
    try (ChildProcess child = ChildProcess.start(words, grounds.root(), grounds.log("mount"))) {
      return child.awaitEnd(SHORT) && child.exitCode() == 0;
    } catch (UncheckedIOException missing) {
      return false;
    }
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  /** Leaves no byte free. */
  void fill() {
    try (OutputStream out = Files.newOutputStream(ballast())) {
      while (true) {
        out.write(new byte[BLOCK_BYTES]);
      }
    } catch (IOException full) {
      // Which was the purpose.
    }
  }

  /** Makes room again. */
  void free() {
    try {
      Files.deleteIfExists(ballast());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    run("umount");
  }
}
