package io.jinlin.contract.wire;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.EventId;

/** The rows of one epoch that a device still has, first to last, both included. */
public record EpochRange(String epoch, long first, long last) {
  public EpochRange {
    Check.id("epoch", epoch);
    Check.range("first", first, 1, EventId.MAX_SEQ);
    Check.range("last", last, first, EventId.MAX_SEQ);
  }
}
