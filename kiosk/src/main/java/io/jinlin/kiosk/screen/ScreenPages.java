package io.jinlin.kiosk.screen;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The open pages, usually one. A page that connects, or comes back, gets the status and whatever is
 * still on the screen. Only the event loop comes here.
 */
final class ScreenPages {
  /** Most pages at once; a further one is refused. */
  static final int MAX_PAGES = 8;

  private final Set<ServerWebSocket> sockets = new HashSet<>();
  private final Supplier<JsonObject> status;
  private final LongSupplier nanoTime;
  private Optional<Shown> shown = Optional.empty();
  private long lastId;

  /** An answer and when it goes. */
  private record Shown(JsonObject screen, long endNanos) {}

  ScreenPages(Supplier<JsonObject> status, LongSupplier nanoTime) {
    this.status = status;
    this.nanoTime = nanoTime;
  }

  boolean full() {
    return sockets.size() >= MAX_PAGES;
  }

  void add(ServerWebSocket page) {
    sockets.add(page);
    page.closeHandler(none -> sockets.remove(page));
    page.writeTextMessage(status.get().encode());
    current().ifPresent(screen -> page.writeTextMessage(screen.encode()));
  }

  /** Shows an answer until its time is up or the next one comes. */
  void show(JsonObject screen) {
    screen.put("id", ++lastId);
    long holdMillis = screen.getLong("ms");
    shown = Optional.of(new Shown(screen, nanoTime.getAsLong() + holdMillis * 1_000_000));
    send(screen);
  }

  /** Shows a hint, unless an answer is on the screen. */
  void hint(JsonObject hint) {
    if (current().isEmpty()) {
      send(hint.put("id", ++lastId));
    }
  }

  void sendStatus() {
    if (!sockets.isEmpty()) {
      send(status.get());
    }
  }

  /** What is on the screen, with the time it has left. */
  private Optional<JsonObject> current() {
    return shown
        .filter(now -> now.endNanos() - nanoTime.getAsLong() > 0)
        .map(
            now ->
                now.screen()
                    .copy()
                    .put("ms", Math.max(1, (now.endNanos() - nanoTime.getAsLong()) / 1_000_000)));
  }

  private void send(JsonObject message) {
    String text = message.encode();
    for (ServerWebSocket page : sockets) {
      // A page that does not take its messages is behind; the next status brings it up to date.
      if (!page.writeQueueFull()) {
        page.writeTextMessage(text);
      }
    }
  }
}
