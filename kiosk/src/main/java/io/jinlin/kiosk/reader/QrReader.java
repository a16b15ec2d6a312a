package io.jinlin.kiosk.reader;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Finds a QR code in a picture, and nothing but QR codes: unrestricted readers gave false reads.
 *
 * <p>A camera gives ten to fifteen frames a second, so a frame gets the stage that reads most for
 * its cost, the next of the others in turn, and more of them only within a budget of time: a card
 * that needs a rare stage is read a few frames later, and an empty frame stays cheap. A still
 * picture gets them all.
 *
 * <p>One instance belongs to one source and one thread.
 */
public final class QrReader {
  private static final Stage[] STAGES = Stage.values();

  /**
   * From this size on, in pixels, the half-size picture is looked at first: in 720p scenes it read
   * more cards than the whole picture at a quarter of the time.
   */
  private static final int LARGE_PIXELS = 800 * 600;

  private final long budgetNanos;
  private final LongSupplier nanoTime;
  private int next;

  /**
   * @param budgetMillis time within which a frame may start a third and further stage
   * @param nanoTime monotonic, in nanoseconds
   */
  public QrReader(long budgetMillis, LongSupplier nanoTime) {
    this.budgetNanos = budgetMillis * 1_000_000;
    this.nanoTime = nanoTime;
  }

  /** Reads one frame of many. */
  public Optional<FoundCode> readFrame(Frame frame) {
    long start = nanoTime.getAsLong();
    Stage first = frame.width() * frame.height() < LARGE_PIXELS ? Stage.LOCAL : Stage.HALF_LOCAL;
    Optional<FoundCode> found = first.read(frame);
    boolean timeLeft = true;
    for (int others = STAGES.length - 1; others > 0 && timeLeft && found.isEmpty(); others--) {
      if (STAGES[next] == first) {
        next = (next + 1) % STAGES.length;
      }
      found = STAGES[next].read(frame);
      if (found.isEmpty()) {
        // The stage that helped is asked again on the next frame.
        next = (next + 1) % STAGES.length;
      }
      timeLeft = nanoTime.getAsLong() - start < budgetNanos;
    }
    return found;
  }

  /** Reads a still picture with every stage. */
  public static Optional<FoundCode> readStill(Frame frame) {
    for (Stage stage : STAGES) {
      Optional<FoundCode> found = stage.read(frame);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
