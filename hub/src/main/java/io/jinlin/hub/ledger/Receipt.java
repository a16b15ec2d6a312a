package io.jinlin.hub.ledger;

import io.jinlin.contract.wire.Ack;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param position the last committed event of the epoch up to which nothing is missing
 * @param rejected lines of this batch that were kept raw, at most a batch of them
 * @param quarantined lines whose number another line has already
 */
public record Receipt(
    Kind kind, Ack.Position position, List<Ack.Rejected> rejected, int quarantined) {
  /** What became of it. */
  public enum Kind {
    /** Everything in it is committed, now or before. */
    STORED,
    /** It starts beyond the position: nothing was stored. */
    AHEAD,
    /** The disk refused: nothing was stored, the device must send it again. */
    FAILED
  }

  public Receipt {
    rejected = List.copyOf(rejected);
  }
}
