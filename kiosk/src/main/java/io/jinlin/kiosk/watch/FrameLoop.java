package io.jinlin.kiosk.watch;

import io.jinlin.contract.event.Input;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.ScanSink;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads frames in a thread of its own. The newest frame wins: one that comes while another is being
 * read takes the place of the one that waits, so that what is read is never old.
 */
public final class FrameLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FrameLoop.class);
  private static final long CLOSE_MS = 1_000;

  private final Watch watch;
  private final Input input;
  private final ScanSink sink;
  private final BiConsumer<Seen, Frame> seen;
  private final Thread thread;

  private @Nullable Frame newest;
  private boolean closed;

  /**
   * @param seen told of what is in every frame, for the screen; returns at once
   */
  public FrameLoop(Watch watch, Input input, ScanSink sink, BiConsumer<Seen, Frame> seen) {
    this.watch = watch;
    this.input = input;
    this.sink = sink;
    this.seen = seen;
    this.thread = new Thread(this::run, "reader-" + input.name().toLowerCase(Locale.ROOT));
    thread.setDaemon(true);
    thread.start();
  }

  /** Hands in a frame; returns at once. */
  public synchronized void offer(Frame frame) {
    newest = frame;
    notifyAll();
  }

  private void run() {
    Optional<Frame> frame = take();
    while (frame.isPresent()) {
      try {
        see(frame.get());
      } catch (RuntimeException defect) {
        LOG.error("A frame could not be read; going on with the next", defect);
      }
      frame = take();
    }
  }

  private void see(Frame frame) {
    Seen what = watch.see(frame, System.nanoTime() / 1_000_000);
    seen.accept(what, frame);
    what.scan().ifPresent(code -> sink.scanned(code.text(), input));
  }

  private synchronized Optional<Frame> take() {
    while (newest == null && !closed) {
      try {
        wait();
      } catch (InterruptedException stop) {
        closed = true;
      }
    }
    Optional<Frame> frame = closed ? Optional.empty() : Optional.ofNullable(newest);
    newest = null;
    return frame;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join(CLOSE_MS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
