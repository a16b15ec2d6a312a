package io.jinlin.kiosk.app;

import io.jinlin.contract.event.Words;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.screen.ScreenServer;
import io.jinlin.kiosk.screen.SeenCode;
import io.jinlin.kiosk.watch.Hint;
import io.jinlin.kiosk.watch.Seen;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Shows on the screen what a camera sees: the frame around a code and the hint, a few times a
 * second, and for a camera that the page has no picture of, a small one while somebody is there.
 * Belongs to one camera's thread.
 */
final class Viewfinder {
  /** Between two frames around a code, in milliseconds, unless the hint changes. */
  static final long OUTLINE_MS = 100;

  /** Between two small pictures, in milliseconds. */
  static final long PREVIEW_MS = 180;

  /** After the last sight of somebody pictures still go, in milliseconds. */
  static final long LINGER_MS = 1_500;

  /** A small picture is at most this wide, in pixels. */
  static final int PREVIEW_WIDTH = 320;

  private final ScreenServer screen;
  private final boolean previews;
  private final LongSupplier nowMillis;
  private Optional<Hint> hint = Optional.empty();
  private long outlinedMillis = Long.MIN_VALUE / 2;
  private long previewedMillis = Long.MIN_VALUE / 2;
  private long somebodyMillis = Long.MIN_VALUE / 2;

  /**
   * @param previews whether the page has no picture of its own
   */
  Viewfinder(ScreenServer screen, boolean previews, LongSupplier nowMillis) {
    this.screen = screen;
    this.previews = previews;
    this.nowMillis = nowMillis;
  }

  void show(Seen seen, Frame frame) {
    long now = nowMillis.getAsLong();
    boolean due = now - outlinedMillis >= OUTLINE_MS || !seen.hint().equals(hint);
    boolean anything = seen.hint().isPresent() || !seen.outline().isEmpty();
    if (anything && due) {
      outlinedMillis = now;
      hint = seen.hint();
      screen.seen(code(seen, frame));
    }
    somebodyMillis = seen.somebody() ? now : somebodyMillis;
    if (previews
        && now - somebodyMillis <= LINGER_MS
        && now - previewedMillis >= PREVIEW_MS
        && screen.wantsPreview()) {
      previewedMillis = now;
      Frame small = frame.shrunk(PREVIEW_WIDTH);
      screen.preview(small.width(), small.height(), small.luma());
    }
  }

  private static SeenCode code(Seen seen, Frame frame) {
    List<Integer> corners =
        seen.outline().stream()
            .flatMap(p -> Stream.of((int) Math.round(p.x()), (int) Math.round(p.y())))
            .toList();
    return new SeenCode(
        seen.hint().map(Words::of), frame.width(), frame.height(), corners, seen.read());
  }
}
