package io.jinlin.hub.clinic;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Fact.TicketStep;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.hub.tally.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The clinic's events of one day, taken in any order; what they mean is gone through by their times
 * and names, so it is the same however they arrived. Not safe for several threads.
 */
public final class ClinicDay {
  private static final Comparator<Key> BY_TIME =
      Comparator.comparingLong(Key::atMillis).thenComparing(Key::event);

  private final TreeMap<Key, Given> given = new TreeMap<>(BY_TIME);
  private final TreeMap<Key, TicketStep> steps = new TreeMap<>(BY_TIME);
  private final Set<Integer> takenBack = new HashSet<>();

  private record Key(long atMillis, EventId event) {}

  private record Given(int ticket, Occasion queue, Optional<Subject> subject) {}

  /**
   * Takes an event in that counts and was not taken back; one that is not about a number is not.
   */
  public void apply(EventId event, long atMillis, Fact fact, Optional<Subject> subject) {
    Key key = new Key(atMillis, event);
    if (fact instanceof Fact.Scan scan) {
      scan.occasion()
          .filter(occasion -> scan.outcome() == Outcome.ACCEPTED && scan.ticket() > 0)
          .filter(occasion -> occasion.kind() == Occasion.Kind.CLINIC)
          .ifPresent(queue -> given.put(key, new Given(scan.ticket(), queue, subject)));
    } else if (fact instanceof TicketStep step) {
      steps.put(key, step);
    } else if (fact instanceof Fact.TicketCall call) {
      steps.put(key, plainCall(call));
    }
  }

  /** An event was taken back: it says nothing any more, but its number is not given again today. */
  public void takenBack(Fact fact) {
    if (fact instanceof Fact.Scan scan && scan.ticket() > 0) {
      takenBack.add(scan.ticket());
    } else if (fact instanceof TicketStep step && step.step() == TicketStep.Step.ISSUE) {
      takenBack.add(step.ticket());
    }
  }

  /** A call as it was recorded before there were rooms. */
  private static TicketStep plainCall(Fact.TicketCall call) {
    return new TicketStep(
        call.place(),
        call.occasion(),
        call.ticket(),
        TicketStep.Step.CALL,
        Optional.empty(),
        Optional.empty(),
        call.by());
  }

  /** What it comes to. */
  public Fold fold() {
    Fold fold = new Fold();
    given.forEach(
        (key, one) -> fold.given(one.ticket(), one.queue(), one.subject(), key.atMillis()));
    steps.forEach((key, step) -> fold.step(step, key.atMillis()));
    return fold;
  }

  /**
   * A step as it is listed for those who may take it back.
   *
   * @param atMillis milliseconds since 1970 UTC
   */
  public record Done(EventId event, long atMillis, TicketStep step) {}

  /** The last steps, newest first. */
  public List<Done> last(int most) {
    List<Done> last = new ArrayList<>();
    for (Map.Entry<Key, TicketStep> entry : steps.descendingMap().entrySet()) {
      if (last.size() == most) {
        break;
      }
      Key key = entry.getKey();
      last.add(new Done(key.event(), key.atMillis(), entry.getValue()));
    }
    return last;
  }

  /** All numbers that were given or named today. */
  public Set<Integer> used() {
    Set<Integer> used = new HashSet<>(takenBack);
    given.values().forEach(one -> used.add(one.ticket()));
    steps.values().forEach(step -> used.add(step.ticket()));
    return used;
  }
}
