package io.jinlin.kiosk.app;

import io.jinlin.edge.clock.MachineClock;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that runs and can be put forward. */
final class SettableClock implements MachineClock {
  private final AtomicLong ahead = new AtomicLong();

  void pass(long millis) {
    ahead.addAndGet(millis);
  }

  @Override
  public long wallMillis() {
    return System.currentTimeMillis() + ahead.get();
  }

  @Override
  public long monotonicMillis() {
    return System.nanoTime() / 1_000_000 + ahead.get();
  }

  @Override
  public String boot() {
    return "boot-1";
  }

  @Override
  public boolean synchronised() {
    return true;
  }
}
