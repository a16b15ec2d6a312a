package io.jinlin.e2e.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that jumps from one thing to do to the next; equal times go in the order they came. */
final class VirtualTime {
  private static final Comparator<Due> ORDER =
      Comparator.comparingLong(Due::at).thenComparingLong(Due::order);

  private final PriorityQueue<Due> due = new PriorityQueue<>(ORDER);
  private long now;
  private long order;

  private record Due(long at, long order, Runnable work) {}

  /** Milliseconds since the simulation began. */
  long now() {
    return now;
  }

  void after(long delayMillis, Runnable work) {
    at(now + delayMillis, work);
  }

  void at(long atMillis, Runnable work) {
    due.add(new Due(Math.max(now, atMillis), order++, work));
  }

  /** Does everything that is due before a time, and what that brings with it. */
  void runUntil(long end) {
    while (!due.isEmpty() && due.peek().at() < end) {
      Due next = due.poll();
      now = next.at();
      next.work().run();
    }
    now = end;
  }
}
