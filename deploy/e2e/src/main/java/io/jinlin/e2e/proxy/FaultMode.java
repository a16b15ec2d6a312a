package io.jinlin.e2e.proxy;

/** How the network is. */
public enum FaultMode {
  /** Bytes pass. */
  PASS,
  /** Nobody listens: a new connection is refused; the old ones are cut. */
  REFUSE,
  /** Connections stay up and nothing moves in either direction. */
  STALL,
  /** A new connection is accepted, what it says is read, and nothing is ever answered. */
  ACCEPT_SILENT,
  /** A new connection is accepted and closed at once. */
  ACCEPT_DROP,
  /** Bytes pass at {@link FaultProxy#SLOW_BYTES_PER_SECOND}. */
  SLOW
}
