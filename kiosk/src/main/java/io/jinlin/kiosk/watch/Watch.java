package io.jinlin.kiosk.watch;

import io.jinlin.kiosk.decode.Point;
import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.Presentation;
import java.util.List;
import java.util.Optional;

/** Watches one camera: the right card, once, and a hint where it cannot be read. */
public final class Watch {
  /** Beside a card that was answered another is looked for in every so many frames. */
  private static final int OTHER_EVERY = 4;

  private final SequenceReader reader;
  private final Presentation presentation;
  private final Guide guide = new Guide();
  private long count;

  public Watch(SequenceReader reader, Presentation presentation) {
    this.reader = reader;
    this.presentation = presentation;
  }

  /**
   * Looks at the next frame.
   *
   * @param nowMillis monotonic; never before that of the last call
   */
  public Seen see(Frame frame, long nowMillis) {
    count++;
    Sight sight = reader.read(frame);
    if (sight.code().isPresent()) {
      return read(frame, sight.code().get(), nowMillis);
    }
    Optional<Hint> hint =
        sight.near().isPresent()
            ? guide.unread(sight.near().get().advice(), nowMillis)
            : guide.nothing(nowMillis);
    List<Point> outline = sight.near().map(Near::outline).orElse(List.of());
    return new Seen(Optional.empty(), hint, outline, false, sight.somebody());
  }

  private Seen read(Frame frame, FoundCode code, long nowMillis) {
    boolean answered = presentation.isAnswered(code.text(), nowMillis);
    Optional<FoundCode> other =
        answered && count % OTHER_EVERY != 0 ? Optional.empty() : reader.other(frame, code);
    List<FoundCode> codes = other.isPresent() ? List.of(code, other.get()) : List.of(code);
    Optional<FoundCode> meant = Chooser.choose(codes, frame.width(), frame.height());
    if (meant.isEmpty()) {
      // Neither begins; one that was answered before is still in view.
      if (answered) {
        presentation.begins(code.text(), nowMillis);
      }
      return new Seen(
          Optional.empty(), guide.unread(Hint.ONE_CARD, nowMillis), code.corners(), false, true);
    }
    String text = meant.get().text();
    if (presentation.begins(text, nowMillis)) {
      guide.read();
      return new Seen(meant, Optional.empty(), meant.get().corners(), true, true);
    }
    boolean settled = presentation.isAnswered(text, nowMillis);
    if (settled) {
      guide.read();
    }
    Optional<Hint> hint = settled ? Optional.empty() : guide.unread(Hint.STEADY, nowMillis);
    return new Seen(Optional.empty(), hint, meant.get().corners(), settled, true);
  }
}
