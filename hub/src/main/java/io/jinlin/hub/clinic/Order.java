package io.jinlin.hub.clinic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** In which order people are called. */
final class Order {
  private static final Comparator<QueueState.Waiting> LONGEST_FIRST =
      Comparator.comparingLong((QueueState.Waiting one) -> one.visit().sinceMillis())
          .thenComparingInt(one -> one.visit().ticket());

  private Order() {}

  /**
   * Those whom the rule prefers before the others, each kind by how long it waits; after a number
   * of preferred ones one of the others.
   *
   * @param ordinaryAfter 0 for no such limit
   * @param inARow how many preferred ones were called last without another between them
   */
  static List<QueueState.Waiting> of(
      Collection<QueueState.Waiting> waiting, int ordinaryAfter, int inARow) {
    Deque<QueueState.Waiting> preferred = new ArrayDeque<>();
    Deque<QueueState.Waiting> others = new ArrayDeque<>();
    waiting.stream()
        .sorted(LONGEST_FIRST)
        .forEach(one -> (one.reason().isPresent() ? preferred : others).add(one));
    List<QueueState.Waiting> order = new ArrayList<>();
    int run = inARow;
    while (!preferred.isEmpty() || !others.isEmpty()) {
      boolean othersTurn = ordinaryAfter > 0 && run >= ordinaryAfter && !others.isEmpty();
      if (preferred.isEmpty() || othersTurn) {
        order.add(others.remove());
        run = 0;
      } else {
        order.add(preferred.remove());
        run++;
      }
    }
    return order;
  }
}
