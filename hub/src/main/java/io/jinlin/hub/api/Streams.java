package io.jinlin.hub.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Server-sent events: the newest snapshot to everyone who listens, and a ping so that a dead
 * network is noticed. A listener who is slow gets the newest when it has caught up, not all that it
 * missed. On one event loop.
 */
final class Streams {

  /** How often every listener hears something, in milliseconds. */
  static final long PING_MS = 10_000;

  /** Most listeners at once. */
  static final int MAX_LISTENERS = 200;

  private final Map<HttpServerResponse, Listener> listeners = new LinkedHashMap<>();
  private String newest = "";

  private static final class Listener {
    private final BooleanSupplier welcome;
    private boolean behind;

    Listener(BooleanSupplier welcome) {
      this.welcome = welcome;
    }
  }

  Streams(Vertx vertx) {
    vertx.setPeriodic(PING_MS, timer -> ping());
  }

  /** What a listener gets first and from now on, as JSON. */
  void show(String json) {
    newest = "event: snapshot\ndata: " + json + "\n\n";
    Map.copyOf(listeners).forEach(this::send);
  }

  private void send(HttpServerResponse response, Listener listener) {
    if (!listener.welcome.getAsBoolean()) {
      end(response);
      return;
    }
    listener.behind = response.writeQueueFull();
    if (!listener.behind) {
      response.write(newest);
    }
  }

  /**
   * Opens a stream.
   *
   * @param welcome asked at each message and ping whether the listener may go on; quick
   */
  void open(RoutingContext context, BooleanSupplier welcome) {
    if (listeners.size() >= MAX_LISTENERS) {
      throw new Refused(503, "busy");
    }
    Listener listener = new Listener(welcome);
    HttpServerResponse response = context.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no");
    response.exceptionHandler(gone -> listeners.remove(response));
    response.closeHandler(gone -> listeners.remove(response));
    response.drainHandler(
        caughtUp -> {
          if (listener.behind && listeners.containsKey(response)) {
            send(response, listener);
          }
        });
    listeners.put(response, listener);
    response.write("retry: 2000\n\n");
    send(response, listener);
  }

  private void ping() {
    for (Map.Entry<HttpServerResponse, Listener> entry : Map.copyOf(listeners).entrySet()) {
      HttpServerResponse response = entry.getKey();
      if (!entry.getValue().welcome.getAsBoolean()) {
        end(response);
      } else if (!response.writeQueueFull()) {
        response.write("event: ping\ndata: {}\n\n");
      }
    }
  }

  private void end(HttpServerResponse response) {
    listeners.remove(response);
    response.end();
  }

  /** How many listen. */
  int size() {
    return listeners.size();
  }
}
