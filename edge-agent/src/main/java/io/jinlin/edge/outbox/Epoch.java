package io.jinlin.edge.outbox;

/** One row of {@code epoch}, with what is known of its events; guarded by the outbox's lock. */
final class Epoch {
  final long number;
  final String name;
  final String boot;

  /** Lowest and highest sequence number that is there; {@code first > last} for none. */
  long first = 1;

  long last;
  long acked;
  long backedUp;

  /** Whether the row is on the disk. */
  boolean stored;

  /** Whether the positions on the disk are older than these. */
  boolean dirty;

  Epoch(long number, String name, String boot) {
    this.number = number;
    this.name = name;
    this.boot = boot;
  }

  boolean empty() {
    return first > last;
  }

  long unsent() {
    return empty() ? 0 : last - Math.max(acked, first - 1);
  }

  long key(long seq) {
    return number << Store.SEQ_BITS | seq;
  }

  /** How far rows may be given up; {@code first - 1} or less for none. */
  long disposable(boolean onlyBackedUp) {
    return Math.min(last, onlyBackedUp ? Math.min(acked, backedUp) : acked);
  }

  /**
   * Takes a position from the hub. One beyond the last row is cut to it: the disk was rolled back,
   * and what the hub has beyond is not here to be sent.
   *
   * @return whether anything changed
   */
  boolean position(long seq, long newBackedUp, boolean absolute) {
    long ackedBefore = acked;
    long backedUpBefore = backedUp;
    long capped = Math.min(seq, last);
    acked = absolute ? capped : Math.max(acked, capped);
    backedUp = absolute ? newBackedUp : Math.max(backedUp, newBackedUp);
    boolean changed = acked != ackedBefore || backedUp != backedUpBefore;
    dirty |= changed;
    return changed;
  }

  EpochView view(boolean current) {
    return new EpochView(name, first, last, acked, current);
  }
}
