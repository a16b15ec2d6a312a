package io.jinlin.edge.outbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads the committed pages of a write-ahead log whose database SQLite no longer opens (SQLite file
 * format, "The Write-Ahead Log"). Frames count up to the last commit whose chain of checksums
 * holds; what comes after was never answered to anybody.
 */
final class WalReader {
  private static final int HEADER_BYTES = 32;
  private static final int FRAME_HEADER_BYTES = 24;
  private static final int CHECKSUMMED_FRAME_BYTES = 8;
  private static final int FRAME_BYTES = FRAME_HEADER_BYTES + SalvageReader.PAGE_BYTES;
  private static final int MAGIC_LITTLE = 0x377f0682;
  private static final int MAGIC_BIG = 0x377f0683;

  private int sum0;
  private int sum1;
  private ByteOrder order = ByteOrder.BIG_ENDIAN;

  private WalReader() {}

  /** Shows every page of a committed frame, oldest first. */
  static void read(Path wal, Consumer<Frame> pages) throws IOException {
    if (!Files.exists(wal)) {
      return;
    }
    try (RandomAccessFile file = new RandomAccessFile(wal.toFile(), "r")) {
      long frames = new WalReader().committed(file);
      byte[] frame = new byte[FRAME_BYTES];
      file.seek(HEADER_BYTES);
      for (long i = 0; i < frames; i++) {
        file.readFully(frame);
        byte[] page = new byte[SalvageReader.PAGE_BYTES];
        System.arraycopy(frame, FRAME_HEADER_BYTES, page, 0, page.length);
        pages.accept(new Frame(ByteBuffer.wrap(frame).getInt(0), page));
      }
    }
  }

  /**
   * A page as the log has it.
   *
   * @param number from 1, its place in the file
   */
  record Frame(int number, byte[] page) {}

  private long committed(RandomAccessFile file) throws IOException {
    byte[] header = new byte[HEADER_BYTES];
    if (file.length() < HEADER_BYTES) {
      return 0;
    }
    file.readFully(header);
    ByteBuffer fields = ByteBuffer.wrap(header);
    int magic = fields.getInt(0);
    if (magic != MAGIC_LITTLE && magic != MAGIC_BIG) {
      return 0;
    }
    order = magic == MAGIC_BIG ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    add(header, 0, CHECKSUMMED_FRAME_BYTES * 3);
    if (fields.getInt(24) != sum0 || fields.getInt(28) != sum1) {
      return 0;
    }
    return lastCommit(file, fields.getLong(16));
  }

  private long lastCommit(RandomAccessFile file, long salts) throws IOException {
    long committed = 0;
    byte[] frame = new byte[FRAME_BYTES];
    long frames = (file.length() - HEADER_BYTES) / FRAME_BYTES;
    for (long i = 0; i < frames; i++) {
      file.readFully(frame);
      ByteBuffer fields = ByteBuffer.wrap(frame);
      add(frame, 0, CHECKSUMMED_FRAME_BYTES);
      add(frame, FRAME_HEADER_BYTES, SalvageReader.PAGE_BYTES);
      boolean sound =
          fields.getLong(8) == salts && fields.getInt(16) == sum0 && fields.getInt(20) == sum1;
      if (!sound) {
        return committed;
      }
      if (fields.getInt(4) != 0) {
        committed = i + 1;
      }
    }
    return committed;
  }

  private void add(byte[] bytes, int offset, int length) {
    ByteBuffer words = ByteBuffer.wrap(bytes, offset, length).slice().order(order);
    while (words.hasRemaining()) {
      sum0 += words.getInt() + sum1;
      sum1 += words.getInt() + sum0;
    }
  }
}
