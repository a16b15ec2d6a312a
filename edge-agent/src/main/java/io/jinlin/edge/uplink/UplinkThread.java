package io.jinlin.edge.uplink;

import io.jinlin.edge.clock.EdgeClock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs an uplink on one named thread, which sleeps until it is woken or the time has come. */
public final class UplinkThread implements AutoCloseable {
  /** Pause after a fault in a step, in milliseconds. */
  private static final long FAULT_PAUSE_MS = 1_000;

  /** How long closing waits for the step that is running, in milliseconds. */
  private static final long CLOSE_MS = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(UplinkThread.class);

  private final Uplink uplink;
  private final EdgeClock clock;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private boolean wanted;
  private volatile boolean closing;

  private UplinkThread(Uplink uplink, EdgeClock clock) {
    this.uplink = uplink;
    this.clock = clock;
    this.thread = new Thread(this::run, "uplink");
    this.thread.setDaemon(true);
  }

  /** Starts the thread. */
  public static UplinkThread start(Uplink uplink, EdgeClock clock) {
    UplinkThread running = new UplinkThread(uplink, clock);
    uplink.onWake(running::wake);
    running.thread.start();
    return running;
  }

  /** Steps soon; a call while a step runs is not lost. */
  public void wake() {
    lock.lock();
    try {
      wanted = true;
      woken.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (!closing) {
      sleep(step());
    }
    uplink.close();
  }

  /** One step; how long to sleep at most, in milliseconds. */
  private long step() {
    long now = clock.read().monotonicMillis();
    try {
      return uplink.step(now) - now;
    } catch (Exception fault) {
      LOG.error("fault in the uplink, begins anew", fault);
      uplink.fail(now, "a fault");
      return FAULT_PAUSE_MS;
    }
  }

  private void sleep(long millis) {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (!wanted && !closing && left > 0) {
        left = woken.awaitNanos(left);
      }
      wanted = false;
    } catch (InterruptedException stop) {
      closing = true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closing = true;
    wake();
    try {
      thread.join(CLOSE_MS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
