package io.jinlin.hub.clinic;

import io.jinlin.hub.tally.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The clinic at a moment, made from its day and nothing else.
 *
 * @param queues by id; a queue that nobody has come to is not among them
 * @param visits of all queues
 * @param calls visits that were called, the last call first
 * @param last steps that may be taken back, newest first
 * @param used numbers that were given or named today
 */
public record ClinicState(
    LocalDate day,
    ClinicRules rules,
    Map<String, QueueState> queues,
    List<Visit> visits,
    List<Visit> calls,
    List<ClinicDay.Done> last,
    Set<Integer> used) {

  /** How many steps can be taken back on the page. */
  public static final int LAST_STEPS = 12;

  private static final Comparator<Visit> LAST_CALL_FIRST =
      Comparator.comparingLong(Visit::calledMillis).thenComparingInt(Visit::ticket).reversed();

  public ClinicState {
    queues = Map.copyOf(queues);
    visits = List.copyOf(visits);
    calls = List.copyOf(calls);
    last = List.copyOf(last);
    used = Set.copyOf(used);
  }

  /** Before anything happened. */
  public static ClinicState empty(LocalDate day) {
    return of(day, new ClinicDay(), ClinicRules.DEFAULT, Reasons.NONE, 0);
  }

  /** The state of a day. */
  public static ClinicState of(
      LocalDate day, ClinicDay events, ClinicRules rules, Reasons reasons, long nowMillis) {
    Fold fold = events.fold();
    List<Visit> visits = fold.visits();
    List<Visit> calls = visits.stream().filter(Visit::wasCalled).sorted(LAST_CALL_FIRST).toList();
    Map<String, QueueState> queues = new HashMap<>();
    for (String id : fold.queues()) {
      queues.put(id, queue(id, fold, calls, new Preference(rules, reasons), nowMillis));
    }
    return new ClinicState(
        day, rules, queues, visits, calls, events.last(LAST_STEPS), events.used());
  }

  private record Preference(ClinicRules rules, Reasons reasons) {
    Optional<Reason> of(Visit visit) {
      if (visit.preferred()) {
        return Optional.of(Reason.NURSE);
      }
      return visit.subject().orElse(null) instanceof Subject.Person person
          ? reasons.of(person.id())
          : Optional.empty();
    }
  }

  private static QueueState queue(
      String id, Fold fold, List<Visit> calls, Preference preference, long nowMillis) {
    List<QueueState.Waiting> waiting = new ArrayList<>();
    int served = 0;
    for (Visit visit : fold.visits()) {
      if (visit.queue().equals(id) && visit.state() == Visit.State.WAITING) {
        waiting.add(new QueueState.Waiting(visit, preference.of(visit)));
      }
      served += visit.queue().equals(id) && visit.state() == Visit.State.DONE ? 1 : 0;
    }
    List<Visit> here = calls.stream().filter(visit -> visit.queue().equals(id)).toList();
    int inARow = (int) here.stream().takeWhile(visit -> preference.of(visit).isPresent()).count();
    Pace pace = fold.paceOf(id);
    return new QueueState(
        fold.closed().contains(id),
        Order.of(waiting, preference.rules().ordinaryAfter(), inARow),
        here.stream().filter(visit -> visit.state() == Visit.State.CALLED).toList(),
        fold.visits().stream()
            .filter(visit -> visit.queue().equals(id) && visit.state() == Visit.State.SKIPPED)
            .sorted(LAST_CALL_FIRST)
            .toList(),
        served,
        pace.waitMedianMillis(),
        pace.serviceMedianMillis(),
        pace.secondsPerPerson(nowMillis));
  }

  /** A queue; an empty one when nobody has come. */
  public QueueState queue(String id) {
    return queues.getOrDefault(id, QueueState.EMPTY);
  }

  /** The newest visit of a number. */
  public Optional<Visit> visit(int ticket) {
    return visits.stream()
        .filter(visit -> visit.ticket() == ticket)
        .max(Comparator.comparingLong(Visit::issuedMillis));
  }
}
