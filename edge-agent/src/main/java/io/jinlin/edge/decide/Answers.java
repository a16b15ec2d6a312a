package io.jinlin.edge.decide;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
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
    return Decision.of(
        new Verdict.Accepted(person, occasion, label),
        new Fact.Scan(
            here.place().id(),
            card.ref(),
            Outcome.ACCEPTED,
            Optional.of(occasion),
            way,
            0,
            card.input()));
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

  private Fact.Scan scan(Outcome outcome, Optional<Occasion> occasion, int ticket) {
    return new Fact.Scan(
        here.place().id(), card.ref(), outcome, occasion, Optional.empty(), ticket, card.input());
  }
}
