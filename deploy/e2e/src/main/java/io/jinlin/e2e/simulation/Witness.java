package io.jinlin.e2e.simulation;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Knows everything that anybody was answered, and what may be missing because the only disks that
 * held it are gone.
 */
final class Witness {
  private final Map<EventId, Fact> answered = new HashMap<>();
  private final List<EventId> scans = new ArrayList<>();
  private final Set<EventId> died = new HashSet<>();

  /** Somebody was answered, after the commit. */
  void answered(EventId id, Fact fact) {
    if (answered.put(id, fact) != null) {
      throw new AssertionError("the number " + id + " was given twice");
    }
    if (fact instanceof Fact.Scan) {
      scans.add(id);
    }
  }

  /** Nobody has these any more: the disk that died was the only one. */
  void died(Set<EventId> ids) {
    died.addAll(ids);
  }

  /** Some scan, whether it has reached the hub or not. */
  Optional<EventId> any(Random random) {
    return scans.isEmpty()
        ? Optional.empty()
        : Optional.of(scans.get(random.nextInt(scans.size())));
  }

  int count() {
    return answered.size();
  }

  int deaths() {
    return died.size();
  }

  /** What is wrong with a ledger, in words; empty if it keeps the promise. */
  List<String> faults(Map<EventId, Fact> ledger) {
    List<String> faults = new ArrayList<>();
    answered.forEach(
        (id, fact) -> {
          Fact stored = ledger.get(id);
          if (stored == null && !died.contains(id)) {
            faults.add("answered and not in the ledger: " + id);
          } else if (stored != null && !stored.equals(fact)) {
            faults.add("another content in the ledger: " + id);
          }
        });
    ledger.keySet().stream()
        .filter(id -> !answered.containsKey(id))
        .forEach(id -> faults.add("in the ledger and never answered: " + id));
    return faults;
  }
}
