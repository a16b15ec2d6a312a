package io.jinlin.hub.api;

import io.jinlin.contract.event.Occasion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Sees to it that two people who press 叫下一位 at once do not call the same number: a number that was
 * just called is passed over until the live view knows of it.
 */
final class ClinicDesk {

  /** After so long the live view knows, in milliseconds; a call taken back then waits again. */
  static final long FRESH_MS = 10_000;

  private final Map<String, Long> called = new HashMap<>();

  /**
   * Takes the next number.
   *
   * @param waiting the longest first, as last seen
   */
  synchronized OptionalInt take(Occasion queue, List<Integer> waiting, long nowMillis) {
    called.values().removeIf(at -> nowMillis - at >= FRESH_MS);
    for (int ticket : waiting) {
      if (called.putIfAbsent(key(queue, ticket), nowMillis) == null) {
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
