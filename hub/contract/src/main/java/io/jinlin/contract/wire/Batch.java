package io.jinlin.contract.wire;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.EventId;
import java.util.List;
import java.util.OptionalLong;

/**
 * Consecutive events of one epoch: a header line and one encoded event a line. The lines stay bytes
 * here, because one that cannot be read must be kept as it came and must not hold up the others.
 *
 * @param header who, and from where
 * @param lines the encoded events, in order, without line ends
 */
public record Batch(Header header, List<byte[]> lines) {
  /**
   * The first line.
   *
   * @param nonce of the Hello that opened the connection
   * @param first sequence number of the first line
   * @param count how many lines follow, 1 to {@link Limits#MAX_BATCH_EVENTS}
   * @param lost how many events just before {@code first} the device no longer has; normally 0
   * @param boot the boot in which the epoch ran
   * @param offsetMillis true wall time minus monotonic time in that boot; absent if never known
   * @param roster the roster that the decisions were made with
   */
  public record Header(
      String nonce,
      String epoch,
      long first,
      int count,
      long lost,
      String boot,
      OptionalLong offsetMillis,
      Version roster) {
    public Header {
      Check.id("nonce", nonce);
      Check.id("epoch", epoch);
      Check.id("boot", boot);
      Check.range("first", first, 1, EventId.MAX_SEQ);
      Check.range("count", count, 1, Limits.MAX_BATCH_EVENTS);
      Check.range("lost", lost, 0, first - 1);
    }
  }

  public Batch {
    if (lines.size() != header.count()) {
      throw new IllegalArgumentException(
          "count " + header.count() + " and " + lines.size() + " lines");
    }
    lines = List.copyOf(lines);
  }
}
