package io.jinlin.e2e.simulation;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.e2e.check.LedgerFile;
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
  /** How wrong the hub's time of an event may be: half the longest round trip, and a little. */
  private static final long MAX_CLOCK_ERROR_MS = 1_100;

  private final Map<EventId, Seen> answered = new HashMap<>();
  private final List<EventId> scans = new ArrayList<>();
  private final Set<EventId> takenBack = new HashSet<>();
  private final Set<EventId> died = new HashSet<>();
  private final Set<EventId> mayBeGivenUp = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private int refusals;

  /**
   * What somebody saw happen.
   *
   * @param trueMillis when, by a clock that is never wrong
   * @param timed whether the device trusted its clock
   */
  private record Seen(Fact fact, long trueMillis, boolean timed) {}

  /** A device answered somebody, after the commit. */
  void answered(EventId id, Event event, long trueMillis, boolean timed) {
    note(id, new Seen(event.fact(), trueMillis, timed));
    if (event.fact() instanceof Fact.Scan scan) {
      scans.add(id);
      if (!timed && scan.occasion().isPresent()) {
        fault(id + " has an occasion, by a clock that nobody trusts");
      }
    }
  }

  /** The hub answered its staff. */
  void done(EventId id, Fact fact, long trueMillis) {
    note(id, new Seen(fact, trueMillis, true));
    if (fact instanceof Fact.Voiding voiding) {
      takenBack.add(voiding.event());
    }
  }

  /** Whether the hub told its staff that the event is taken back. */
  boolean isTakenBack(EventId id) {
    return takenBack.contains(id);
  }

  private void note(EventId id, Seen seen) {
    if (answered.put(id, seen) != null) {
      fault("the number " + id + " was given twice");
    }
  }

  /** A promise was broken before the end. */
  void fault(String words) {
    faults.add(words);
  }

  /** Nobody has these any more: the disk that died was the only one. */
  void died(Set<EventId> ids) {
    died.addAll(ids);
  }

  /**
   * The hub had acknowledged these and has forgotten them; until it says so, a device whose outbox
   * is at its limit gives them up.
   */
  void mayBeGivenUp(Set<EventId> ids) {
    mayBeGivenUp.addAll(ids);
  }

  /** Some scan, whether it has reached the hub or not. */
  Optional<EventId> any(Random random) {
    return scans.isEmpty()
        ? Optional.empty()
        : Optional.of(scans.get(random.nextInt(scans.size())));
  }

  /** Somebody was not served, because nothing more could be stored. */
  void refused() {
    refusals++;
  }

  int refusals() {
    return refusals;
  }

  int count() {
    return answered.size();
  }

  int deaths() {
    return died.size();
  }

  /**
   * What is wrong with a ledger, in words; empty if it keeps the promise.
   *
   * @param held what devices still have
   */
  List<String> faults(LedgerFile ledger, Set<EventId> held) {
    List<String> found = new ArrayList<>(faults);
    mayBeGivenUp.removeAll(held);
    died.addAll(mayBeGivenUp);
    answered.forEach(
        (id, seen) -> {
          LedgerFile.Row row = ledger.events().get(id);
          if (row != null) {
            compare(id, seen, row, found);
          } else if (!died.contains(id)) {
            found.add("answered and not in the ledger: " + id);
          }
        });
    ledger.events().keySet().stream()
        .filter(id -> !answered.containsKey(id))
        .forEach(id -> found.add("in the ledger and never answered: " + id));
    ledger.gaps().forEach(gap -> explain(gap, ledger, found));
    return found;
  }

  private static void compare(EventId id, Seen seen, LedgerFile.Row row, List<String> found) {
    if (!row.fact().equals(seen.fact())) {
      found.add("another content in the ledger: " + id);
    }
    long error = Math.abs(row.atMillis() - seen.trueMillis());
    boolean known = seen.timed() || row.offsetKnown();
    if (known && (row.doubtful() || error > MAX_CLOCK_ERROR_MS)) {
      found.add("the time of " + id + " is wrong by " + error + " ms, doubtful " + row.doubtful());
    }
  }

  /** A gap may name only what is there after all, or is gone with its disk. */
  private void explain(LedgerFile.Gap gap, LedgerFile ledger, List<String> found) {
    for (long seq = gap.first(); seq <= gap.last(); seq++) {
      EventId id = new EventId(gap.device(), gap.epoch(), seq);
      if (!died.contains(id) && !ledger.events().containsKey(id)) {
        found.add("a gap without a reason: " + id);
      }
    }
  }
}
