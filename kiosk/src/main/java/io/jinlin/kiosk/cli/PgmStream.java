package io.jinlin.kiosk.cli;

import io.jinlin.kiosk.reader.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Grey pictures one after another in the PGM format: {@code P5}, width, height, 255, the bytes. */
final class PgmStream {
  private static final int MAX_DIGITS = 6;

  private PgmStream() {}

  /**
   * The next picture; empty at the end of the stream.
   *
   * @throws IOException when something else comes
   */
  static Optional<Frame> next(InputStream stream) throws IOException {
    int first = stream.read();
    if (first < 0) {
      return Optional.empty();
    }
    if (first != 'P' || stream.read() != '5' || !Character.isWhitespace(stream.read())) {
      throw new IOException("the stream does not go on with a grey picture");
    }
    int width = number(stream);
    int height = number(stream);
    if (number(stream) != 255 || width > Frame.MAX_SIDE || height > Frame.MAX_SIDE) {
      throw new IOException("a picture of " + width + "×" + height + " cannot be read");
    }
    byte[] luma = stream.readNBytes(width * height);
    // A film that was cut off ends before its last frame does.
    return luma.length == width * height
        ? Optional.of(new Frame(width, height, luma))
        : Optional.empty();
  }

  private static int number(InputStream stream) throws IOException {
    int value = 0;
    for (int digits = 0; digits <= MAX_DIGITS; digits++) {
      int next = stream.read();
      if (Character.isWhitespace(next) && digits > 0) {
        return value;
      }
      if (next < '0' || next > '9') {
        throw new IOException("a picture's header holds no number");
      }
      value = value * 10 + next - '0';
    }
    throw new IOException("a picture's header holds too large a number");
  }
}
