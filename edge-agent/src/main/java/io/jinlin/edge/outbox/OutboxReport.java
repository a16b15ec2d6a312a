package io.jinlin.edge.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an outbox file holds, read from outside. While its agent runs, positions may be some seconds
 * old.
 *
 * @param running whether an agent has it open
 * @param epochs with rows
 * @param bytes in use
 * @param setAside damaged files that wait to be salvaged
 */
public record OutboxReport(
    boolean running, List<EpochView> epochs, long bytes, List<Path> setAside) {
  public OutboxReport {
    epochs = List.copyOf(epochs);
    setAside = List.copyOf(setAside);
  }

  /** Events that the hub does not have. */
  public long unsent() {
    return epochs.stream()
        .mapToLong(epoch -> epoch.last() - Math.max(epoch.acked(), epoch.first() - 1))
        .sum();
  }

  /** Events that are there. */
  public long retained() {
    return epochs.stream().mapToLong(epoch -> epoch.last() - epoch.first() + 1).sum();
  }

  /**
   * Reads without changing anything.
   *
   * @throws IOException if there is no such file or it cannot be read; says what to do
   */
  public static OutboxReport read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no outbox " + file + "; is the setting data right?");
    }
    try (Store store = Store.openReadOnly(file)) {
      List<EpochView> epochs =
          store.epochs().stream()
              .filter(epoch -> !epoch.empty())
              .map(epoch -> epoch.view(false))
              .toList();
      return new OutboxReport(inUse(file), epochs, store.usedBytes(), setAside(file));
    } catch (SQLException unreadable) {
      throw new IOException(
          file + " cannot be read (" + unreadable.getMessage() + "); the agent sets it aside",
          unreadable);
    }
  }

  private static boolean inUse(Path file) throws IOException {
    Path lock = file.toAbsolutePath().resolveSibling(file.getFileName() + ".lock");
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock taken = channel.tryLock()) {
      return taken == null;
    } catch (OverlappingFileLockException inThisProcess) {
      return true;
    }
  }

  private static List<Path> setAside(Path file) throws IOException {
    String name = file.getFileName() + OutboxFile.DAMAGED;
    try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
      return files
          .filter(path -> path.getFileName().toString().matches("\\Q" + name + "\\E\\d+"))
          .sorted()
          .toList();
    }
  }
}
