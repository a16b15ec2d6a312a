package io.jinlin.e2e.simulation;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.e2e.check.ReplicaRows;
import io.jinlin.edge.agent.AgentStatus;
import io.jinlin.edge.decide.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a device must know because it stands on its disk; an image of the disk has its own. */
final class Memory {
  final Set<EventId> stored = new HashSet<>();
  final Set<String> deadCards = new HashSet<>();
  private final Map<String, EventId> accepted = new HashMap<>();
  private final Set<String> tickets = new HashSet<>();
  private final Set<EventId> aside = new HashSet<>();
  private boolean wholeRows = true;

  Memory copy() {
    Memory copy = new Memory();
    copy.stored.addAll(stored);
    copy.deadCards.addAll(deadCards);
    copy.accepted.putAll(accepted);
    copy.tickets.addAll(tickets);
    copy.aside.addAll(aside);
    copy.wholeRows = wholeRows;
    return copy;
  }

  /** A dead card is never served, whatever else happened to it or to the device. */
  Optional<String> judge(String device, CardRef card, Verdict verdict) {
    boolean served =
        !(verdict instanceof Verdict.SeeStaff || verdict instanceof Verdict.OutOfService);
    return served && deadCards.contains(ReplicaRows.name(card))
        ? Optional.of(device + " served the dead card " + card + " with " + verdict)
        : Optional.empty();
  }

  /**
   * Nobody is accepted twice for the same, unless staff took the first back, and no number is given
   * twice.
   */
  List<String> judge(String device, Map<EventId, Event> fresh, Predicate<EventId> takenBack) {
    List<String> faults = new ArrayList<>();
    fresh.forEach(
        (id, event) -> {
          if (event.fact() instanceof Fact.Scan scan && scan.outcome() == Outcome.ACCEPTED) {
            String occasion = scan.occasion().map(Occasion::text).orElse("");
            EventId first = accepted.put(occasion + " " + ReplicaRows.name(scan.ref()), id);
            if (first != null && !takenBack.test(first)) {
              faults.add(device + " accepted a card twice: " + id + " for " + occasion);
            }
            if (scan.ticket() > 0 && !tickets.add(Integer.toString(scan.ticket()))) {
              faults.add(device + " gave the number " + scan.ticket() + " twice: " + id);
            }
          }
        });
    return faults;
  }

  /** The outbox was set aside with these rows; until they are back, the device begins anew. */
  void aside(Set<EventId> rows, boolean whole) {
    aside.addAll(rows);
    stored.removeAll(rows);
    accepted.clear();
    tickets.clear();
    wholeRows &= whole;
  }

  Set<EventId> aside() {
    return aside;
  }

  boolean wholeRows() {
    return wholeRows;
  }

  /** What was set aside is in the outbox again, as far as it could be read. */
  Set<EventId> salvaged() {
    Set<EventId> rows = new HashSet<>(aside);
    aside.clear();
    return rows;
  }

  /**
   * What is wrong with a device that has had time to recover.
   *
   * @param rows what is in its outbox, if that is roomy enough to give nothing up
   */
  List<String> faults(
      String device, AgentStatus status, Optional<Set<EventId>> rows, Set<String> revoked) {
    List<String> faults = new ArrayList<>();
    if (status.unsent() > 0) {
      faults.add(device + " still has " + status.unsent() + " unsent events");
    }
    if (!status.problems().isEmpty()) {
      faults.add(device + " has problems: " + status.problems());
    }
    if (!revoked.containsAll(deadCards)) {
      faults.add(device + " has forgotten a dead card");
    }
    if (rows.isPresent() && !rows.get().containsAll(stored)) {
      faults.add(device + " gave rows up although there was room");
    }
    return faults;
  }
}
