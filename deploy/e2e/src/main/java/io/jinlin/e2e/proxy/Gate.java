package io.jinlin.e2e.proxy;

import java.util.concurrent.TimeUnit;

/** What every byte passes: holds it while the network stalls, delays it while it is slow. */
final class Gate {
  private FaultMode mode = FaultMode.PASS;
  private boolean closed;

  synchronized FaultMode mode() {
    return mode;
  }

  synchronized void set(FaultMode newMode) {
    mode = newMode;
    notifyAll();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean closed() {
    return closed;
  }

  /** Waits until so many bytes may pass; for ever while stalled, until the mode changes. */
  synchronized void pass(int bytes) throws InterruptedException {
    while (mode == FaultMode.STALL && !closed) {
      wait();
    }
    if (mode == FaultMode.SLOW && !closed) {
      long delayMillis = TimeUnit.SECONDS.toMillis(1) * bytes / FaultProxy.SLOW_BYTES_PER_SECOND;
      if (delayMillis > 0) {
        wait(delayMillis);
      }
    }
  }
}
