package io.jinlin.kiosk.screen;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;

/**
 * Frames of the browser's camera: width and height in two bytes each, big end first, then the luma.
 * Each is answered with {@code next} when the reader wants another; the page sends none before, and
 * one that does is not listened to.
 */
final class FrameSocket {
  private static final int HEADER_BYTES = 4;

  private final ServerWebSocket socket;
  private final ScreenActions actions;
  private boolean busy;

  FrameSocket(ServerWebSocket socket, ScreenActions actions) {
    this.socket = socket;
    this.actions = actions;
  }

  void listen() {
    socket.binaryMessageHandler(this::frame);
  }

  private void frame(Buffer message) {
    if (busy || message.length() <= HEADER_BYTES) {
      return;
    }
    int width = message.getUnsignedShort(0);
    int height = message.getUnsignedShort(2);
    if (width == 0 || height == 0 || message.length() != HEADER_BYTES + width * height) {
      return;
    }
    busy = true;
    var context = io.vertx.core.Vertx.currentContext();
    actions.frame(
        width,
        height,
        message.getBytes(HEADER_BYTES, message.length()),
        () -> context.runOnContext(none -> next()));
  }

  private void next() {
    busy = false;
    if (!socket.isClosed()) {
      socket.writeTextMessage("next");
    }
  }
}
