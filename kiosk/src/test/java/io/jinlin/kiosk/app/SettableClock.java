package io.jinlin.kiosk.app;

import io.jinlin.edge.clock.MachineClock;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that runs from the lunch of 2026-11-24 in Shanghai, and can be put forward. */
final class SettableClock implements MachineClock {
  private static final long LUNCH = 1_795_491_720_000L;

  private final AtomicLong ahead = new AtomicLong();
  private final long started = System.currentTimeMillis();

  void pass(long millis) {
    ahead.addAndGet(millis);
  }

  @Override
  public long wallMillis() {
    return LUNCH + System.currentTimeMillis() - started + ahead.get();
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
