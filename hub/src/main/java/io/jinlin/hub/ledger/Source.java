package io.jinlin.hub.ledger;

import io.jinlin.contract.event.EventId;
import java.util.OptionalLong;

/** One epoch of one device, as the writer holds it in memory. */
final class Source {
  private final long id;
  private final String device;
  private final String epoch;
  private OptionalLong offsetMillis;
  private long position;
  private long backedUp;
  private long heldFrom = Long.MAX_VALUE;
  private boolean moved;

  Source(long id, String device, String epoch, OptionalLong offsetMillis, long position) {
    this.id = id;
    this.device = device;
    this.epoch = epoch;
    this.offsetMillis = offsetMillis;
    this.position = position;
  }

  long id() {
    return id;
  }

  String device() {
    return device;
  }

  String epoch() {
    return epoch;
  }

  OptionalLong offsetMillis() {
    return offsetMillis;
  }

  void offsetMillis(long offset) {
    offsetMillis = OptionalLong.of(offset);
    moved = true;
  }

  long position() {
    return position;
  }

  void position(long seq) {
    position = seq;
    moved = true;
  }

  long backedUp() {
    return backedUp;
  }

  void backedUp(long seq) {
    backedUp = seq;
  }

  /** The first event that the device last said it has; beyond all before it said anything. */
  long heldFrom() {
    return heldFrom;
  }

  void heldFrom(long seq) {
    heldFrom = seq;
  }

  /** Whether it must be written; asking clears it. */
  boolean takeMoved() {
    boolean was = moved;
    moved = false;
    return was;
  }

  /** The ledger's key of one of its events. */
  long key(long seq) {
    return id << LedgerTable.SEQ_BITS | seq;
  }

  EventId event(long seq) {
    return new EventId(device, epoch, seq);
  }
}
