package io.jinlin.edge.outbox;

import java.util.List;
import java.util.OptionalLong;

/**
 * Consecutive rows, ready to be sent.
 *
 * @param first sequence number of the first line
 * @param lost how many just before it are no longer here
 * @param offsetMillis of the boot, if it is known
 * @param lines encoded events
 */
public record Outgoing(
    String epoch,
    String boot,
    OptionalLong offsetMillis,
    long first,
    long lost,
    List<byte[]> lines) {
  public Outgoing {
    lines = List.copyOf(lines);
  }

  /** Sequence number of the last line. */
  public long last() {
    return first + lines.size() - 1;
  }
}
