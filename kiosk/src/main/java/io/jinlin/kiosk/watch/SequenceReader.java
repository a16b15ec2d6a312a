package io.jinlin.kiosk.watch;

import io.jinlin.kiosk.decode.Deadline;
import io.jinlin.kiosk.decode.Glimpse;
import io.jinlin.kiosk.decode.GreyImage;
import io.jinlin.kiosk.decode.GridMemory;
import io.jinlin.kiosk.decode.Point;
import io.jinlin.kiosk.decode.QrDecoder;
import io.jinlin.kiosk.decode.Reading;
import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.QrReader;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads frames that follow each other. A frame with nobody in it gets the cheapest look. Where
 * something like a code was seen, the next frame is looked at there first, in full size and with
 * everything there is time for; what no frame gives alone is added up over frames.
 *
 * <p>One instance belongs to one source and one thread.
 */
public final class SequenceReader {
  /** Most time for one frame by default, in milliseconds: a Pi at 15 frames a second. */
  public static final long BUDGET_MS = 60;

  /** A look at a frame with nobody in it stops after this, in milliseconds. */
  private static final long CHEAP_MS = 2;

  /** What was seen is looked for in its place for so many frames more. */
  private static final int REMEMBERED_FRAMES = 8;

  /** How far a hand moves a code between frames, as a share of its size. */
  private static final double MARGIN = 0.4;

  /** Every so many frames the whole frame is looked at, whatever is remembered. */
  private static final int WHOLE_EVERY = 3;

  private final QrReader cheap;
  private final QrReader thorough;
  private final LongSupplier nanoTime;
  private final Allowance allowance;
  private final Presence presence = new Presence();
  private final GridMemory memory = new GridMemory();

  private List<Point> place = List.of();
  private int unseen;
  private long count;

  /**
   * @param budgetMillis most for one frame; less for those with nobody in them
   * @param nanoTime monotonic, in nanoseconds
   */
  public SequenceReader(long budgetMillis, LongSupplier nanoTime) {
    this.cheap = new QrReader(Math.min(CHEAP_MS, budgetMillis), nanoTime);
    this.thorough = new QrReader(budgetMillis / 2, nanoTime);
    this.nanoTime = nanoTime;
    this.allowance = new Allowance(budgetMillis);
  }

  /** Reads the next frame. */
  public Sight read(Frame frame) {
    long start = nanoTime.getAsLong();
    long budget = allowance.forFrame(start);
    Deadline deadline = Deadline.in(nanoTime, budget);
    boolean somebody = presence.isSomebody(frame);
    Sight sight = read(frame, somebody, deadline);
    allowance.spent(nanoTime.getAsLong() - start);
    count++;
    return sight;
  }

  private Sight read(Frame frame, boolean somebody, Deadline deadline) {
    Optional<Area> area = Area.around(place, MARGIN, frame);
    Optional<FoundCode> code = area.flatMap(part -> inside(frame, part, deadline));
    if (code.isEmpty() && (area.isEmpty() || count % WHOLE_EVERY == 0)) {
      boolean busy = somebody && area.isEmpty() && !deadline.passed();
      code = (busy ? thorough : cheap).readFrame(frame);
    }
    if (code.isPresent()) {
      remember(code.get().corners());
      memory.clear();
      return new Sight(code, Optional.empty(), true);
    }
    if (!somebody && area.isEmpty()) {
      return new Sight(code, Optional.empty(), false);
    }
    return glimpse(frame, area, deadline);
  }

  /** With everything there is time for, where something was seen. */
  private Optional<FoundCode> inside(Frame frame, Area area, Deadline deadline) {
    Frame part = area.cut(frame);
    Optional<FoundCode> quick = cheap.readFrame(part);
    if (quick.isPresent()) {
      FoundCode found = quick.get();
      return Optional.of(
          new FoundCode(found.text(), area.whole(found.corners()), found.strategy()));
    }
    return QrDecoder.still(image(part), deadline).map(reading -> found(reading, area));
  }

  private static FoundCode found(Reading reading, Area area) {
    return new FoundCode(reading.text(), area.whole(reading.corners()), reading.strategy());
  }

  private static GreyImage image(Frame frame) {
    return new GreyImage(frame.width(), frame.height(), frame.luma());
  }

  /** Nothing was read: what is there, and does it give something with the frames before? */
  private Sight glimpse(Frame frame, Optional<Area> remembered, Deadline deadline) {
    Area area = remembered.orElse(new Area(0, 0, frame.width(), frame.height()));
    Frame part = remembered.isPresent() ? area.cut(frame) : frame;
    Glimpse glimpse = Glimpse.of(image(part), remembered.isPresent() ? 1 : 2, deadline);
    if (glimpse.module().isEmpty()) {
      forget();
      return new Sight(Optional.empty(), Optional.empty(), true);
    }
    List<Point> outline = area.whole(glimpse.outline());
    remember(outline);
    Optional<FoundCode> combined =
        memory.add(glimpse, deadline).map(reading -> found(reading, area));
    if (combined.isPresent()) {
      memory.clear();
      return new Sight(combined, Optional.empty(), true);
    }
    Near near = NearMeter.measure(frame, outline, glimpse.module().get());
    return new Sight(Optional.empty(), Optional.of(near), true);
  }

  private void remember(List<Point> outline) {
    place = outline;
    unseen = 0;
  }

  private void forget() {
    unseen++;
    if (unseen > REMEMBERED_FRAMES) {
      place = List.of();
      memory.clear();
    }
  }

  /** Another code in the frame, besides one that was read. */
  public Optional<FoundCode> other(Frame frame, FoundCode known) {
    return Area.around(known.corners(), 0.05, frame)
        .flatMap(area -> thorough.readFrame(area.without(frame)))
        .filter(code -> !code.text().equals(known.text()));
  }
}
