package io.jinlin.hub.api;

import io.jinlin.contract.event.Occasion;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Sees to it that two people who press 叫下一位 at once do not call the same number. */
final class ClinicDesk {

  private final Set<String> called = new HashSet<>();

  /**
   * Takes the next number.
   *
   * @param waiting the longest first, as last seen
   */
  synchronized OptionalInt take(Occasion queue, List<Integer> waiting) {
    called.removeIf(one -> !one.endsWith(":" + queue.date()));
    for (int ticket : waiting) {
      if (called.add(key(queue, ticket))) {
        return OptionalInt.of(ticket);
      }
    }
    return OptionalInt.empty();
  }

  /** The call was not recorded: the number waits again. */
  synchronized void putBack(Occasion queue, int ticket) {
    called.remove(key(queue, ticket));
  }

  private static String key(Occasion queue, int ticket) {
    return ticket + "@" + queue.text();
  }
}
