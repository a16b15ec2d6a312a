package io.jinlin.kiosk.watch;

import io.jinlin.kiosk.decode.Deadline;
import io.jinlin.kiosk.decode.FrameDecoder;
import io.jinlin.kiosk.decode.Glimpse;
import io.jinlin.kiosk.decode.GreyImage;
import io.jinlin.kiosk.decode.Point;
import io.jinlin.kiosk.decode.Reading;
import io.jinlin.kiosk.decode.StillDecoder;
import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.Frame;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads frames that follow each other. A frame with nobody in it gets the cheapest look. Where
 * something like a code was seen, the next frame is looked at there first, in full size and with
 * everything there is time for; {@link Hope} says how much. Adding up aligned modules over frames
 * was tried, and read nothing that single frames did not: it is not here.
 *
 * <p>One instance belongs to one source and one thread.
 */
public final class SequenceReader {
  /** Most time for one frame by default, in milliseconds: a Pi at 15 frames a second. */
  public static final long BUDGET_MS = 60;

  /** What was seen is looked for in its place for so many frames more. */
  private static final int REMEMBERED_FRAMES = 8;

  /** How far a hand moves a code between frames, as a share of its size. */
  private static final double MARGIN = 0.4;

  /** What is left out around a code while another is looked for, as a share of its size. */
  private static final double AROUND = 0.05;

  /** Every so many frames the whole frame is looked at, whatever is remembered. */
  private static final int WHOLE_EVERY = 2;

  private final LongSupplier nanoTime;
  private final long budgetNanos;
  private final Allowance allowance;
  private final FrameDecoder frames = new FrameDecoder();
  private final FrameDecoder others = new FrameDecoder();
  private final Presence presence = new Presence();

  private final Hope hope = new Hope();

  private List<Point> place = List.of();
  private int unseen;
  private long count;

  /**
   * For a camera, beside which the machine has other things to do.
   *
   * @param budgetMillis most for one frame
   * @param nanoTime monotonic, in nanoseconds
   */
  public SequenceReader(long budgetMillis, LongSupplier nanoTime) {
    this(budgetMillis, Allowance.SHARE, nanoTime);
  }

  private SequenceReader(long budgetMillis, double share, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.budgetNanos = budgetMillis * 1_000_000;
    this.allowance = new Allowance(budgetMillis, share);
  }

  /** For a film, which waits for its reader. */
  public static SequenceReader ofFilm(long budgetMillis, LongSupplier nanoTime) {
    return new SequenceReader(budgetMillis, 1, nanoTime);
  }

  /** Reads the next frame. */
  public Sight read(Frame frame) {
    long start = nanoTime.getAsLong();
    Deadline deadline = Deadline.in(nanoTime, allowance.forFrame(start));
    Sight sight = read(frame, presence.isSomebody(frame), deadline);
    allowance.spent(nanoTime.getAsLong() - start);
    count++;
    return sight;
  }

  private Sight read(Frame frame, boolean somebody, Deadline deadline) {
    if (!somebody) {
      return nobody(frame, deadline);
    }
    Optional<Area> area = Area.around(place, MARGIN, frame);
    double share = area.isPresent() ? hope.share() : 0;
    Optional<Sight> sight =
        share > 0 ? area.flatMap(part -> inside(frame, part, share, deadline)) : Optional.empty();
    boolean whole = sight.isEmpty() || sight.get().code().isEmpty() && count % WHOLE_EVERY == 0;
    if (whole) {
      Optional<Reading> reading = frames.eager(image(frame), deadline);
      Area all = new Area(0, 0, frame.width(), frame.height());
      sight =
          reading
              .map(found -> read(found, all))
              .or(() -> sight(frame, all, frames.glimpse(), false));
    }
    if (sight.isEmpty()) {
      forget();
    }
    return sight.orElse(new Sight(Optional.empty(), Optional.empty(), true));
  }

  /** What in the empty hall looks like a code is not looked into; a code is read all the same. */
  private Sight nobody(Frame frame, Deadline deadline) {
    forget();
    Optional<Reading> reading = frames.brief(image(frame), deadline);
    return reading.isPresent()
        ? read(reading.get(), new Area(0, 0, frame.width(), frame.height()))
        : new Sight(Optional.empty(), Optional.empty(), false);
  }

  private Sight read(Reading reading, Area area) {
    FoundCode code =
        new FoundCode(reading.text(), area.whole(reading.corners()), reading.strategy());
    remember(code.corners());
    hope.read();
    return new Sight(Optional.of(code), Optional.empty(), true);
  }

  /** Where something was seen: everything there is time for. */
  private Optional<Sight> inside(Frame frame, Area area, double share, Deadline deadline) {
    GreyImage part = image(area.cut(frame));
    Deadline some = deadline.within((long) (share * budgetNanos));
    StillDecoder still = new StillDecoder(part, some);
    Optional<Reading> reading = still.read();
    if (reading.isPresent()) {
      return Optional.of(read(reading.get(), area));
    }
    return sight(frame, area, still.glimpse(), still.isCertain());
  }

  /** What is there and was not read. */
  private Optional<Sight> sight(Frame frame, Area area, Glimpse glimpse, boolean certain) {
    if (glimpse.module().isEmpty()) {
      return Optional.empty();
    }
    List<Point> outline = area.whole(glimpse.outline());
    hope.unread(Hope.isAgain(place, outline, glimpse.module().get()), glimpse.isWhole(), certain);
    remember(outline);
    Near near = NearMeter.measure(frame, outline, glimpse.module().get());
    return Optional.of(new Sight(Optional.empty(), Optional.of(near), true));
  }

  private static GreyImage image(Frame frame) {
    return new GreyImage(frame.width(), frame.height(), frame.luma());
  }

  private void remember(List<Point> outline) {
    place = outline;
    unseen = 0;
  }

  private void forget() {
    unseen++;
    hope.unseen();
    if (unseen > REMEMBERED_FRAMES) {
      place = List.of();
      hope.gone();
    }
  }

  /** Another code in the frame, besides one that was read. */
  public Optional<FoundCode> other(Frame frame, FoundCode known) {
    Deadline deadline = Deadline.in(nanoTime, allowance.forFrame(nanoTime.getAsLong()));
    return Area.around(known.corners(), AROUND, frame)
        .flatMap(area -> others.read(image(area.without(frame)), deadline))
        .map(found -> new FoundCode(found.text(), found.corners(), found.strategy()))
        .filter(code -> !code.text().equals(known.text()));
  }
}
