package io.jinlin.hub.access;

import io.jinlin.contract.event.Check;
import java.util.List;

/**
 * An entry of the log.
 *
 * @param people how many it was about
 * @param persons who they were, when they were so few that they are named; of more only their
 *     number
 */
public record Access(
    String id, long atMillis, String account, Action action, int people, List<Long> persons) {
  /** Most people who are named in an entry. */
  public static final int MAX_PERSONS = 200;

  public Access {
    Check.range("people", people, 0, Integer.MAX_VALUE);
    persons = persons.size() > MAX_PERSONS ? List.of() : List.copyOf(persons);
  }
}
