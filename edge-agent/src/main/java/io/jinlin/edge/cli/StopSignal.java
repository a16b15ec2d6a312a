package io.jinlin.edge.cli;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;

/**
 * Keeps a process alive until it is told to stop, by a signal or from inside. SIGTERM and SIGINT
 * let {@link #await} return, so that a process that was asked to stop and closed everything ends
 * with 0, as service managers expect. Where the JVM keeps its signals to itself ({@code -Xrs}), a
 * shutdown waits until everything is closed instead. Opened before what it waits for, so that it
 * closes after it.
 */
public final class StopSignal implements AutoCloseable {
  private static final long CLOSE_SECONDS = 5;
  private static final List<String> SIGNALS = List.of("TERM", "INT");

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private StopSignal() {}

  /** Listens to the signals of this process. */
  public static StopSignal install() {
    StopSignal signal = new StopSignal();
    for (String name : SIGNALS) {
      try {
        Signal.handle(new Signal(name), received -> signal.stop());
      } catch (IllegalArgumentException kept) {
        LoggerFactory.getLogger(StopSignal.class).debug("signal {}: {}", name, kept.getMessage());
      }
    }
    Runtime.getRuntime().addShutdownHook(new Thread(signal::end, "shutdown"));
    return signal;
  }

  /** Lets {@link #await} return. */
  public void stop() {
    stop.countDown();
  }

  /** Waits for a signal or for {@link #stop}. */
  public void await() throws InterruptedException {
    stop.await();
  }

  /** On a signal the process ends when the files are closed, or a while later. */
  private void end() {
    stop.countDown();
    try {
      if (!closed.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LoggerFactory.getLogger(StopSignal.class).warn("the process does not close in time");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
