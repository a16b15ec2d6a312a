package io.jinlin.kiosk.reader;

import io.jinlin.kiosk.decode.Deadline;
import io.jinlin.kiosk.decode.FrameDecoder;
import io.jinlin.kiosk.decode.GreyImage;
import io.jinlin.kiosk.decode.Reading;
import io.jinlin.kiosk.decode.StillDecoder;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Finds a QR code in a picture, and nothing but QR codes: unrestricted readers gave false reads.
 *
 * <p>One instance belongs to one source and one thread.
 */
public final class QrReader {
  /** Processor time for one still picture, in nanoseconds. */
  private static final long STILL_NANOS = 2_000_000_000;

  private final long budgetNanos;
  private final LongSupplier nanoTime;
  private final FrameDecoder decoder = new FrameDecoder();

  /**
   * @param budgetMillis time for one frame; every stage keeps it
   * @param nanoTime monotonic, in nanoseconds
   */
  public QrReader(long budgetMillis, LongSupplier nanoTime) {
    this.budgetNanos = budgetMillis * 1_000_000;
    this.nanoTime = nanoTime;
  }

  /** Reads one frame of many. */
  public Optional<FoundCode> readFrame(Frame frame) {
    return decoder.read(image(frame), Deadline.in(nanoTime, budgetNanos)).map(QrReader::found);
  }

  /** Reads a still picture with everything there is. */
  public static Optional<FoundCode> readStill(Frame frame) {
    Deadline deadline = Deadline.in(ProcessorTime::nanos, STILL_NANOS);
    return StillDecoder.read(image(frame), deadline).map(QrReader::found);
  }

  private static GreyImage image(Frame frame) {
    return new GreyImage(frame.width(), frame.height(), frame.luma());
  }

  private static FoundCode found(Reading reading) {
    return new FoundCode(reading.text(), reading.corners(), reading.strategy());
  }
}
