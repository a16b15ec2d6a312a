package io.jinlin.contract.wire;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.EventId;
import java.util.List;
import java.util.Map;

/**
 * How far the hub has committed, and a heartbeat.
 *
 * @param answer to what
 * @param nonce of the Hello that the hub knows; for {@link Answer#UNKNOWN} the one it does not
 * @param hubMillis the hub's wall time, milliseconds since 1970 UTC
 * @param hubClockSynchronised whether a device may set its clock by it
 * @param helloMonotonicMillis repeated from the Hello that is answered, for the round trip; else 0
 * @param positions for HELLO every epoch it named, to be set absolutely, lower included; for
 *     PROGRESS those that moved, to be raised; for HEARTBEAT none or some, to be raised
 * @param versions the newest of each page
 * @param rejected events that were kept raw and not understood, for the health of the device
 * @param detail for REFUSED what was wrong with the header; else empty
 */
public record Ack(
    Answer answer,
    String nonce,
    long hubMillis,
    boolean hubClockSynchronised,
    long helloMonotonicMillis,
    List<Position> positions,
    Map<PageKind, Version> versions,
    List<Rejected> rejected,
    String detail) {

  /** To what an Ack answers. */
  public enum Answer {
    /** A Hello: positions are absolute. */
    HELLO,
    /** Events: positions are raised. */
    PROGRESS,
    /** Nothing: every {@link Limits#HEARTBEAT_MS}. */
    HEARTBEAT,
    /** Events or questions with a nonce that the hub does not know: say Hello. */
    UNKNOWN,
    /** Events with a header that cannot be read: send one event at a time. */
    REFUSED
  }

  /**
   * The hub's position in an epoch.
   *
   * @param seq the last event that is committed, 0 for none
   * @param backedUp the last event inside the newest verified backup, 0 for none
   */
  public record Position(String epoch, long seq, long backedUp) {
    public Position {
      Check.id("epoch", epoch);
      Check.range("seq", seq, 0, EventId.MAX_SEQ);
      Check.range("backed_up", backedUp, 0, EventId.MAX_SEQ);
    }
  }

  /** An event that was kept raw because it could not be read. */
  public record Rejected(String epoch, long seq, Refusal refusal) {
    public Rejected {
      Check.id("epoch", epoch);
      Check.range("seq", seq, 1, EventId.MAX_SEQ);
    }
  }

  public Ack {
    Check.id("nonce", nonce);
    Check.range("positions", positions.size(), 0, Limits.MAX_EPOCHS);
    Check.range("rejected", rejected.size(), 0, Limits.MAX_REJECTED);
    Check.range("detail", detail.length(), 0, Limits.MAX_TEXT_LENGTH);
    positions = List.copyOf(positions);
    versions = Map.copyOf(versions);
    rejected = List.copyOf(rejected);
  }
}
