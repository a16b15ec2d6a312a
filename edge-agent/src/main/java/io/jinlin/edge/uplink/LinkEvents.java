package io.jinlin.edge.uplink;

/** What a link tells, from any thread; the receiver only takes note. */
public interface LinkEvents {
  /** Connected and subscribed. */
  void connected();

  /** A message to this device. */
  void received(String topic, byte[] payload);

  /** There is no connection, or none any more. */
  void lost(String reason);
}
