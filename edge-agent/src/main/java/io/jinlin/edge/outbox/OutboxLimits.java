package io.jinlin.edge.outbox;

import io.jinlin.contract.event.Check;

/**
 * How much an outbox holds.
 *
 * @param maxBytes pages in use, in bytes, from which acknowledged events are given up, oldest
 *     first; with nothing acknowledged to give up, no more is accepted
 */
public record OutboxLimits(long maxBytes) {
  /** Smallest outbox, in bytes. */
  public static final long MIN_BYTES = 32 * 1024;

  /** Largest outbox, in bytes; it is checked as a whole at each start. */
  public static final long MAX_BYTES = 1024L * 1024 * 1024;

  /** About 250,000 events: months of a busy kiosk, and checked within seconds on a slow card. */
  public static final OutboxLimits DEFAULT = new OutboxLimits(64L * 1024 * 1024);

  public OutboxLimits {
    Check.range("outbox_bytes", maxBytes, MIN_BYTES, MAX_BYTES);
  }
}
