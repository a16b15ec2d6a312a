package io.jinlin.kiosk.reader;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts bytes into lines at CR, LF, both, or a tab: scanners end a code with any of them. A line
 * longer than the bound is handed on once, one byte longer than allowed so that it is refused as
 * too long, and the rest of it is dropped.
 */
final class Lines {
  private final int maxBytes;
  private final Consumer<String> sink;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  Lines(int maxBytes, Consumer<String> sink) {
    this.maxBytes = maxBytes;
    this.sink = sink;
  }

  void accept(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n' || next == '\r' || next == '\t') {
        end();
      } else if (line.size() <= maxBytes) {
        line.write(next);
      }
    }
  }

  private void end() {
    if (line.size() > 0) {
      String text = line.toString(StandardCharsets.UTF_8);
      line.reset();
      sink.accept(text);
    }
  }
}
