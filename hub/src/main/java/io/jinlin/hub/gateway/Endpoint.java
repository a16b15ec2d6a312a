package io.jinlin.hub.gateway;

import io.jinlin.contract.wire.Topics;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Where messages of devices come from: the server inside the hub, or a broker that the hub is a
 * client of. It proves who speaks and lets nobody speak for another or on a downward topic; it
 * decodes nothing. It calls its handler on one thread only.
 */
public interface Endpoint {
  /** Begins to listen, or to connect; done when messages can come. */
  CompletionStage<Void> start(Handler handler);

  /** Sends to a device, if it is there; may be called on the handler's thread only. */
  void send(String device, Topics.Kind kind, byte[] payload);

  /**
   * Ends a device's connection, if it is there; may be called on the handler's thread only. Does
   * nothing where the connections are a broker's own: there the device is no longer heard or told
   * anything, until its password is taken out of the broker's file.
   */
  default void cut(String device) {}

  /** Runs something on the handler's thread. */
  Executor executor();

  /** Ends everything; done when nothing more comes. */
  CompletionStage<Void> stop();

  /** Who is told what comes. */
  interface Handler {
    /** A device's connection ended; a broker does not say so. */
    void disconnected(String device);

    /**
     * A message came.
     *
     * @param device who sent it, proven
     * @param kind one that goes up
     * @param done to be called when it is committed or judged, so that it can be acknowledged
     */
    void received(String device, Topics.Kind kind, byte[] payload, Runnable done);

    /**
     * A device did what it may not.
     *
     * @param problem an identifier, for example {@code wrong-topic}
     */
    void misbehaved(String device, String problem);
  }
}
