package io.jinlin.edge.uplink;

import io.jinlin.contract.wire.Topics;

/**
 * One connection, used once: after it failed or was closed a new one is made. No method blocks for
 * longer than a moment or throws; what goes wrong is told to {@link LinkEvents#lost}.
 */
public interface Link {
  /** Begins to connect and to subscribe to the device's own topics. */
  void connect(LinkEvents events);

  /** Hands a message over; arriving is up to the network. */
  void publish(Topics topic, byte[] payload);

  /** Ends the connection and frees what it holds; nothing is told any more. */
  void close();
}
