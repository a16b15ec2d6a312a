package io.jinlin.edge.decide;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.Closure;
import java.util.List;
import java.util.Optional;

/** Verdicts with their facts: the few forms that an answer to a card has. */
final class Answers {
  private final Situation here;
  private final Presented card;
  private final Person person;

  Answers(Situation here, Presented card, Person person) {
    this.here = here;
    this.card = card;
    this.person = person;
  }

  /** Counts the card for an occasion, unless it was counted there before. */
  Decision attend(Occasion occasion, Label label, Optional<Way> way) {
    Optional<Long> first = card.seen().firstMillis(occasion);
    if (first.isPresent()) {
      Verdict already =
          new Verdict.Already(person, occasion, label, here.local(first.get()).toLocalTime());
      return Decision.of(already, scan(Outcome.ALREADY, Optional.of(occasion), 0));
    }
    return Decision.of(new Verdict.Accepted(person, occasion, label), accepted(occasion, way));
  }

  /** Counts a meal that may be followed by another to take along. */
  Decision meal(Opening meal, Way way, Optional<Verdict.Choice> also) {
    return Decision.of(
        new Verdict.Accepted(person, meal.occasion(), meal.label(), also),
        accepted(meal.occasion(), Optional.of(way)));
  }

  /** Counts a meal for the holder of the card, whom a neighbour collects for. */
  Decision collected(Opening meal, int taken, int cap) {
    return Decision.of(
        new Verdict.Collected(person, meal.occasion(), meal.label(), taken, cap),
        accepted(meal.occasion(), Optional.of(Way.BY_PROXY)));
  }

  /** Asks a neighbour for a card; nothing is stored. */
  Decision proxy(Verdict.Proxy.Step step, Person collector, int taken, int cap) {
    return Decision.silent(new Verdict.Proxy(step, collector, taken, cap));
  }

  Decision soldOut(Opening meal, Optional<Opening> next) {
    return Decision.of(
        new Verdict.SoldOut(meal.label(), next.map(Idle::next)),
        scan(Outcome.NOT_NOW, Optional.empty(), 0));
  }

  Decision closed(Closure closure, Optional<Opening> next) {
    return Decision.of(
        new Verdict.Closed(
            here.placeLabel(), Idle.reason(closure), next.map(Idle::next), closure.until()),
        scan(Outcome.NOT_NOW, Optional.empty(), 0));
  }

  Decision newTicket(Opening queue, int number) {
    return Decision.of(
        new Verdict.Ticket(person, queue.label(), number, false),
        scan(Outcome.ACCEPTED, Optional.of(queue.occasion()), number));
  }

  Decision sameTicket(Opening queue, int number) {
    return Decision.of(
        new Verdict.Ticket(person, queue.label(), number, true),
        scan(Outcome.ALREADY, Optional.of(queue.occasion()), number));
  }

  /** Asks; nothing is stored until the person has chosen. */
  Decision choose(List<Opening> openings) {
    List<Verdict.Choice> choices =
        openings.stream().limit(Verdict.MAX_CHOICES).map(Opening::choice).toList();
    return Decision.silent(new Verdict.Choose(person, choices));
  }

  Decision visit() {
    Occasion visit = new Occasion(Occasion.Kind.VISIT, here.place().id(), here.now().toLocalDate());
    return attend(visit, here.placeLabel(), Optional.empty());
  }

  Decision notNow(Optional<Opening> next) {
    Verdict verdict =
        new Verdict.NotNow(
            next.map(Opening::label).orElseGet(here::placeLabel), next.map(Opening::opens));
    return Decision.of(verdict, scan(Outcome.NOT_NOW, Optional.empty(), 0));
  }

  Decision seeStaff() {
    return Decision.of(new Verdict.SeeStaff(), scan(Outcome.SEE_STAFF, Optional.empty(), 0));
  }

  Decision untimed() {
    return Decision.of(new Verdict.Untimed(person), scan(Outcome.UNTIMED, Optional.empty(), 0));
  }

  Decision left() {
    return Decision.of(
        new Verdict.Left(person), new Fact.Departure(here.place().id(), card.ref(), card.input()));
  }

  private Fact.Scan accepted(Occasion occasion, Optional<Way> way) {
    return scan(Outcome.ACCEPTED, Optional.of(occasion), way, 0);
  }

  private Fact.Scan scan(Outcome outcome, Optional<Occasion> occasion, int ticket) {
    Optional<Way> way = card.collector().map(collector -> Way.BY_PROXY);
    return scan(outcome, occasion, way, ticket);
  }

  private Fact.Scan scan(
      Outcome outcome, Optional<Occasion> occasion, Optional<Way> way, int ticket) {
    return new Fact.Scan(
        here.place().id(),
        card.ref(),
        outcome,
        occasion,
        way,
        ticket,
        card.input(),
        card.collector().map(Collector::ref));
  }
}
