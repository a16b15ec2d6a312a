package io.jinlin.edge.agent;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.page.ClinicQueue;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.wire.FiguresNow;
import io.jinlin.edge.clock.ClockReading;
import io.jinlin.edge.clock.EdgeClock;
import io.jinlin.edge.decide.Situation;
import io.jinlin.edge.decide.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the hub said last of seats and queues, in memory only. Seats and people before are not told
 * when they are older than {@link #FRESH_MS}: without the hub a number comes without them. That a
 * queue is closed holds for its day, whatever the age. Safe to use from any thread.
 */
final class HubFigures {
  /** Older figures are not shown, in milliseconds. */
  static final long FRESH_MS = 60_000;

  /** A number that the hub has not counted after so long is not expected any more. */
  private static final long COUNTED_MS = 5_000;

  private static final int MINUTE_S = 60;

  private final EdgeClock clock;
  private Optional<FiguresNow> latest = Optional.empty();
  private long atMonotonicMillis;
  private final List<Given> given = new ArrayList<>();

  /** A number of this kiosk that the hub may not have counted yet. */
  private record Given(String queue, int ticket, long atMonotonicMillis) {}

  HubFigures(EdgeClock clock) {
    this.clock = clock;
  }

  synchronized void take(FiguresNow now) {
    latest = Optional.of(now);
    atMonotonicMillis = clock.read().monotonicMillis();
    given.removeIf(
        one ->
            atMonotonicMillis - one.atMonotonicMillis > COUNTED_MS
                || now.queue(one.queue).filter(q -> q.waiting().contains(one.ticket)).isPresent());
  }

  private Optional<FiguresNow> fresh(ClockReading at) {
    return latest.filter(now -> at.monotonicMillis() - atMonotonicMillis <= FRESH_MS);
  }

  /** Free seats of the canteen, if the hub said so lately. */
  synchronized OptionalInt seatsFree() {
    return fresh(clock.read()).map(FiguresNow::seatsFree).orElse(OptionalInt.empty());
  }

  /**
   * The situation without the queues that were closed for today.
   *
   * @param had occasions for which the card has a number already: it is told again
   */
  synchronized Situation open(Situation here, Set<Occasion> had) {
    Set<String> closed =
        latest.stream()
            .flatMap(now -> now.queues().stream().filter(FiguresNow.Queue::closed))
            .map(FiguresNow.Queue::id)
            .filter(id -> latest.filter(now -> now.day().equals(here.today())).isPresent())
            .filter(id -> !had.contains(new Occasion(Occasion.Kind.CLINIC, id, here.today())))
            .collect(Collectors.toSet());
    return closed.isEmpty() ? here : here.at(without(here.place(), closed));
  }

  private static Place without(Place place, Set<String> closed) {
    List<ClinicQueue> open =
        place.queues().stream().filter(queue -> !closed.contains(queue.id())).toList();
    return new Place(
        place.id(),
        place.name(),
        place.nameEnglish(),
        place.service(),
        place.capacity(),
        place.softPercent(),
        place.dwellMinutes(),
        place.failureRule(),
        place.earlyGraceMinutes(),
        place.sessionWindowMinutes(),
        place.meals(),
        open);
  }

  /** A number was stored. */
  synchronized void stored(Fact fact, ClockReading at) {
    if (fact instanceof Fact.Scan scan && scan.ticket() > 0 && scan.outcome() == Outcome.ACCEPTED) {
      scan.occasion()
          .ifPresent(
              queue -> given.add(new Given(queue.id(), scan.ticket(), at.monotonicMillis())));
    }
  }

  /** The same answer, with the people before if they are known. */
  synchronized Verdict told(Verdict verdict, ClockReading at) {
    return verdict instanceof Verdict.Ticket ticket
        ? fresh(at).flatMap(now -> ahead(now, ticket)).map(ticket::with).orElse(ticket)
        : verdict;
  }

  private Optional<Verdict.Ahead> ahead(FiguresNow now, Verdict.Ticket ticket) {
    for (FiguresNow.Queue queue : now.queues()) {
      List<Integer> line = new ArrayList<>(queue.waiting());
      for (Given one : given) {
        if (one.queue.equals(queue.id()) && !line.contains(one.ticket)) {
          line.add(one.ticket);
        }
      }
      int people = line.indexOf(ticket.number());
      if (people >= 0) {
        int seconds = people * queue.secondsPerPerson();
        return Optional.of(new Verdict.Ahead(people, (seconds + MINUTE_S - 1) / MINUTE_S));
      }
    }
    // Called already, or skipped: nobody is before them, and nobody can say how long.
    return Optional.empty();
  }
}
