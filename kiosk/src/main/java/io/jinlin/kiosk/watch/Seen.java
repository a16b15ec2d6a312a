package io.jinlin.kiosk.watch;

import io.jinlin.kiosk.decode.Point;
import io.jinlin.kiosk.reader.FoundCode;
import java.util.List;
import java.util.Optional;

/**
 * What a frame means to the one before the camera.
 *
 * @param scan the code whose presentation begins with this frame
 * @param hint what would help; stays for a while
 * @param outline corners of a code, read or not, in pixels of the frame, all round; empty for none
 * @param read whether that code was read
 * @param somebody whether anybody is there
 */
public record Seen(
    Optional<FoundCode> scan,
    Optional<Hint> hint,
    List<Point> outline,
    boolean read,
    boolean somebody) {
  public Seen {
    outline = List.copyOf(outline);
  }
}
