package io.jinlin.edge.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the readable rows of a damaged outbox file into an outbox, under their own epochs. The
 * damaged file is read only, and renamed at the end; nothing is deleted.
 */
public final class Salvage {
  private Salvage() {}

  /**
   * What came of it.
   *
   * @param readable rows that could be read
   * @param added of these, those that the outbox did not have
   * @param file where the damaged file lies now
   */
  public record Result(long readable, long added, Path file) {}

  /**
   * Reads the file page by page, and its write-ahead log if there is one.
   *
   * @throws IOException if the file cannot be read at all, or the outbox cannot take the rows
   */
  public static Result salvage(Path damaged, Outbox into) throws IOException {
    Map<String, SalvagedRow> rows = new LinkedHashMap<>();
    WalReader.read(
        Path.of(damaged + "-wal"),
        frame ->
            SalvageReader.read(frame.page(), start(frame.number() - 1), row -> add(rows, row)));
    try (InputStream pages = Files.newInputStream(damaged)) {
      long number = 0;
      for (byte[] page = pages.readNBytes(SalvageReader.PAGE_BYTES);
          page.length == SalvageReader.PAGE_BYTES;
          page = pages.readNBytes(SalvageReader.PAGE_BYTES)) {
        SalvageReader.read(page, start(number++), row -> add(rows, row));
      }
    }
    try {
      long added = into.restore(List.copyOf(rows.values()));
      return new Result(rows.size(), added, OutboxFile.markSalvaged(damaged));
    } catch (SQLException failed) {
      throw new IOException("the outbox did not take the rows: " + failed.getMessage(), failed);
    }
  }

  private static int start(long pageIndex) {
    return pageIndex == 0 ? SalvageReader.FILE_HEADER_BYTES : 0;
  }

  private static void add(Map<String, SalvagedRow> rows, SalvagedRow row) {
    rows.putIfAbsent(row.epoch() + "/" + row.seq(), row);
  }
}
