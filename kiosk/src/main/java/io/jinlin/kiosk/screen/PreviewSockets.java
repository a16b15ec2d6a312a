package io.jinlin.kiosk.screen;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pages that show what a camera behind a command sees: small grey pictures, as in {@link
 * FrameSocket}. Nothing is kept. Pages come and go on the event loop; any thread may ask whether
 * there are any.
 */
final class PreviewSockets {
  private static final int HEADER_BYTES = 4;

  private final Set<ServerWebSocket> sockets = ConcurrentHashMap.newKeySet();

  boolean full() {
    return sockets.size() >= ScreenPages.MAX_PAGES;
  }

  boolean isEmpty() {
    return sockets.isEmpty();
  }

  void add(ServerWebSocket page) {
    sockets.add(page);
    page.closeHandler(none -> sockets.remove(page));
  }

  void send(int width, int height, byte[] luma) {
    Buffer message =
        Buffer.buffer(HEADER_BYTES + luma.length)
            .appendUnsignedShort(width)
            .appendUnsignedShort(height)
            .appendBytes(luma);
    for (ServerWebSocket page : sockets) {
      // A page that is behind gets the next one.
      if (!page.writeQueueFull()) {
        page.writeBinaryMessage(message);
      }
    }
  }
}
