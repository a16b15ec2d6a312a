package io.jinlin.edge.outbox;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds rows of {@code event} in single pages of a SQLite file, without its header, schema or inner
 * pages (SQLite file format, "B-tree Pages" and "Record Format"). A row is taken only if all of it
 * is plausible: an epoch's name, a sequence number in bounds, a body that decodes. Rows never
 * overflow a page, because an event is bounded.
 */
final class SalvageReader {
  /** Page size of every outbox, in bytes: SQLite's default. */
  static final int PAGE_BYTES = 4_096;

  /** The file header stands before the first page's own. */
  static final int FILE_HEADER_BYTES = 100;

  private static final int LEAF_TABLE = 0x0D;
  private static final int LEAF_HEADER_BYTES = 8;
  private static final int MIN_CELL_BYTES = 4;
  private static final int MAX_CELLS = PAGE_BYTES / MIN_CELL_BYTES;
  private static final int MAX_RECORD_BYTES = Limits.MAX_EVENT_BYTES + 64;
  private static final int MAX_VARINT_BYTES = 9;
  private static final long TYPE_NULL = 0;
  private static final int FIRST_BYTES_TYPE = 12;
  private static final Pattern EPOCH = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private final ByteBuffer page;
  private int at;

  private SalvageReader(byte[] bytes) {
    this.page = ByteBuffer.wrap(bytes);
  }

  /**
   * Reads one page.
   *
   * @param bytes {@link #PAGE_BYTES} of them
   * @param offset where the page's own header is: 0, or {@link #FILE_HEADER_BYTES} in the first
   */
  static void read(byte[] bytes, int offset, Consumer<SalvagedRow> rows) {
    if (bytes.length != PAGE_BYTES || bytes[offset] != LEAF_TABLE) {
      return;
    }
    SalvageReader reader = new SalvageReader(bytes);
    int cells = Short.toUnsignedInt(reader.page.getShort(offset + 3));
    for (int i = 0; i < Math.min(cells, MAX_CELLS); i++) {
      int pointer = offset + LEAF_HEADER_BYTES + 2 * i;
      if (pointer + 2 > PAGE_BYTES) {
        return;
      }
      reader.at = Short.toUnsignedInt(reader.page.getShort(pointer));
      reader.cell().ifPresent(rows);
    }
  }

  private Optional<SalvagedRow> cell() {
    long size = varint();
    long key = varint();
    int start = at;
    if (size < MIN_CELL_BYTES || size > MAX_RECORD_BYTES || start + size > PAGE_BYTES) {
      return Optional.empty();
    }
    long headerBytes = varint();
    long idType = varint();
    long epochType = varint();
    long bodyType = varint();
    int epochBytes = bytes(epochType, 1);
    int bodyBytes = bytes(bodyType, 0);
    boolean fits =
        at - start == headerBytes && headerBytes + epochBytes + bodyBytes == size && bodyBytes > 0;
    long seq = key & EventId.MAX_SEQ;
    if (!fits || idType != TYPE_NULL || epochBytes <= 0 || seq < 1) {
      return Optional.empty();
    }
    String epoch = new String(page.array(), at, epochBytes, StandardCharsets.US_ASCII);
    byte[] body = new byte[bodyBytes];
    page.get(at + epochBytes, body);
    return EPOCH.matcher(epoch).matches() && EventCodec.decode(body) instanceof Decoded.Value
        ? Optional.of(new SalvagedRow(epoch, seq, body))
        : Optional.empty();
  }

  /** Length of a text (odd types) or blob (even types); -1 for any other type. */
  private static int bytes(long type, int parity) {
    return type >= FIRST_BYTES_TYPE && type % 2 == parity && type < 2L * PAGE_BYTES
        ? (int) ((type - FIRST_BYTES_TYPE) / 2)
        : -1;
  }

  /** The next varint; -1 beyond the end of the page. */
  private long varint() {
    long value = 0;
    for (int i = 0; i < MAX_VARINT_BYTES && at < PAGE_BYTES; i++) {
      int next = page.get(at++);
      if (i == MAX_VARINT_BYTES - 1) {
        return value << 8 | (next & 0xff);
      }
      value = value << 7 | (next & 0x7f);
      if (next >= 0) {
        return value;
      }
    }
    return -1;
  }
}
