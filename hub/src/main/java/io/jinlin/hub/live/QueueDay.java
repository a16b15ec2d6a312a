package io.jinlin.hub.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One queue of the clinic on one day: numbers given and numbers called, in any order of arrival.
 */
final class QueueDay {

  /** How many of the numbers called last are shown. */
  static final int SHOWN = 4;

  private final Map<Integer, Long> given = new HashMap<>();
  private final Set<Integer> called = new HashSet<>();
  private final List<Integer> order = new ArrayList<>();

  void given(int ticket, long atMillis) {
    given.merge(ticket, atMillis, Math::min);
  }

  void called(int ticket) {
    called.add(ticket);
    order.remove((Integer) ticket);
    order.add(ticket);
  }

  /** The numbers that wait, the longest first. */
  List<Integer> waiting() {
    return given.entrySet().stream()
        .filter(entry -> !called.contains(entry.getKey()))
        .sorted(
            Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The numbers called last, newest first. */
  List<Integer> lastCalled() {
    List<Integer> last = new ArrayList<>(order);
    Collections.reverse(last);
    return List.copyOf(last.subList(0, Math.min(SHOWN, last.size())));
  }
}
