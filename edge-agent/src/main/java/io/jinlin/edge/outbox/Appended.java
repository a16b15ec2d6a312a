package io.jinlin.edge.outbox;

import io.jinlin.contract.event.EventId;
import java.util.List;

/** The answer of {@link Outbox#append}. */
public sealed interface Appended {
  /** On the disk: whatever happens now, these events will reach the hub. */
  record Stored(List<EventId> ids) implements Appended {
    public Stored {
      ids = List.copyOf(ids);
    }
  }

  /** Nothing was stored, and nothing that was stored before is harmed. */
  record Refused(Reason reason) implements Appended {}

  /** Why nothing was stored. */
  enum Reason {
    /** The outbox is at its limit with events that the hub does not have. */
    OUTBOX_FULL,
    /** No space is left on the disk. */
    DISK_FULL,
    /** The disk or the file does not work. */
    DISK_FAILED,
    /** An encoded event is over the bound of the contract. */
    TOO_LARGE
  }
}
