package io.jinlin.hub.gateway;

import io.jinlin.contract.wire.Topics;

/** The handler of an endpoint that is not started. */
final class NobodyListens implements Endpoint.Handler {
  @Override
  public void disconnected(String device) {}

  /** Not acknowledged, so it comes again. */
  @Override
  public void received(String device, Topics.Kind kind, byte[] payload, Runnable done) {}

  @Override
  public void misbehaved(String device, String problem) {}
}
