package io.jinlin.hub.api;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Sees to it that two people who press at once do not get the same number: a number that was just
 * taken is passed over until the live view knows of it.
 */
final class ClinicDesk {

  /** After so long the live view knows, in milliseconds; a call taken back then waits again. */
  static final long FRESH_MS = 10_000;

  private final Map<String, Long> taken = new HashMap<>();

  /** What a number is taken for. */
  enum Act {
    CALL,
    ISSUE
  }

  /**
   * Takes the first number that nobody took just now.
   *
   * @param offered in the order in which they are wanted, as last seen
   */
  synchronized OptionalInt take(
      Act act, LocalDate day, Collection<Integer> offered, long nowMillis) {
    taken.values().removeIf(at -> nowMillis - at >= FRESH_MS);
    for (int ticket : offered) {
      if (taken.putIfAbsent(key(act, day, ticket), nowMillis) == null) {
        return OptionalInt.of(ticket);
      }
    }
    return OptionalInt.empty();
  }

  /** It was not recorded, or taken back: the number can be taken again. */
  synchronized void putBack(Act act, LocalDate day, int ticket) {
    taken.remove(key(act, day, ticket));
  }

  private static String key(Act act, LocalDate day, int ticket) {
    return act + "/" + day + "/" + ticket;
  }
}
