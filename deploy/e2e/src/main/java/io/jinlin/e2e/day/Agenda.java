package io.jinlin.e2e.day;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens next, and next. One thread runs what is due; durations are given as people live them
 * and are divided by the speed.
 */
final class Agenda {
  private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);

  /** After an activity failed: the hub may be away, or a device not set up yet. */
  static final long AFTER_FAILURE_MS = 5_000;

  private final LongSupplier millis;
  private final double speed;
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order));
  private long order;

  private record Entry(long at, long order, Runnable what) {}

  /** Something that goes on all day. */
  @FunctionalInterface
  interface Activity {
    /** Does one step and tells in how many milliseconds of life the next one is due. */
    long step();
  }

  /**
   * @param millis monotonic, in milliseconds
   * @param speed 2 makes everything happen twice as often
   */
  Agenda(LongSupplier millis, double speed) {
    this.millis = millis;
    this.speed = speed;
  }

  /** Once, later. */
  void after(long lifeMillis, Runnable what) {
    entries.add(new Entry(millis.getAsLong() + (long) (lifeMillis / speed), order++, what));
  }

  /** Again and again; a step that fails is logged and tried again later. */
  void always(String name, Activity activity) {
    after(0, () -> step(name, activity));
  }

  private void step(String name, Activity activity) {
    long next = (long) (AFTER_FAILURE_MS * speed);
    try {
      next = activity.step();
    } catch (RuntimeException failed) {
      LOG.warn("{}: {}", name, failed.toString());
    } finally {
      after(next, () -> step(name, activity));
    }
  }

  /** Runs what is due and returns how long, in milliseconds, nothing else is. */
  long run() {
    Entry next = entries.peek();
    while (next != null && next.at() <= millis.getAsLong()) {
      entries.remove();
      once(next);
      next = entries.peek();
    }
    return next == null ? Long.MAX_VALUE : next.at() - millis.getAsLong();
  }

  private static void once(Entry entry) {
    try {
      entry.what().run();
    } catch (RuntimeException failed) {
      LOG.warn("Something planned failed: {}", failed.toString());
    }
  }
}
