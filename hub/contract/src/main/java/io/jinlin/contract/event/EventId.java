package io.jinlin.contract.event;

/**
 * The name of an event, made where it happened before it was first sent.
 *
 * @param device the device's identifier
 * @param epoch the random name of one start of the device's outbox
 * @param seq from 1, without a gap within the epoch
 */
public record EventId(String device, String epoch, long seq) implements Comparable<EventId> {
  /** Highest sequence number in one epoch: 40 bits, which the hub's key allows. */
  public static final long MAX_SEQ = (1L << 40) - 1;

  public EventId {
    Check.id("device", device);
    Check.id("epoch", epoch);
    if (seq < 1 || seq > MAX_SEQ) {
      throw new IllegalArgumentException("seq " + seq);
    }
  }

  @Override
  public int compareTo(EventId other) {
    int byDevice = device.compareTo(other.device);
    int byEpoch = byDevice != 0 ? byDevice : epoch.compareTo(other.epoch);
    return byEpoch != 0 ? byEpoch : Long.compare(seq, other.seq);
  }
}
