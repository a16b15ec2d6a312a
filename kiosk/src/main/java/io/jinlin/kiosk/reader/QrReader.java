package io.jinlin.kiosk.reader;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Finds a QR code in a picture, and nothing but QR codes: unrestricted readers gave false reads.
 *
 * <p>A camera gives ten to fifteen frames a second, so a frame gets the first stage and, within a
 * budget of time, the next of the others in turn: a card that needs a rare stage is read a few
 * frames later, and an empty frame stays cheap. A still picture gets them all.
 *
 * <p>One instance belongs to one source and one thread.
 */
public final class QrReader {
  private static final Stage[] STAGES = Stage.values();

  private final long budgetNanos;
  private final LongSupplier nanoTime;
  private int next = 1;

  /**
   * @param budgetMillis time in which a frame may start a further stage
   * @param nanoTime monotonic, in nanoseconds
   */
  public QrReader(long budgetMillis, LongSupplier nanoTime) {
    this.budgetNanos = budgetMillis * 1_000_000;
    this.nanoTime = nanoTime;
  }

  /** Reads one frame of many. */
  public Optional<FoundCode> readFrame(Frame frame) {
    long start = nanoTime.getAsLong();
    Optional<FoundCode> found = Stage.LOCAL.read(frame);
    for (int tried = 1;
        found.isEmpty() && tried < STAGES.length && nanoTime.getAsLong() - start < budgetNanos;
        tried++) {
      found = STAGES[next].read(frame);
      // The stage that helped is asked first on the next frame.
      next = found.isPresent() ? next : 1 + next % (STAGES.length - 1);
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
