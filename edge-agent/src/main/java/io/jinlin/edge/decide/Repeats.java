package io.jinlin.edge.decide;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import java.util.Optional;

/**
 * The same card again within {@link #WINDOW_MS} hears what it heard and adds no event: somebody
 * holds it up a second time, or the kiosk died between its commit and its screen.
 */
final class Repeats {
  /** For how long an answer is repeated, in milliseconds. */
  static final long WINDOW_MS = 60_000;

  private Repeats() {}

  /** The acceptance that this card just had at this place, said once more. */
  static Optional<Decision> ofAcceptance(Situation here, Presented card, Person person) {
    if (card.choice().isPresent() || card.collector().isPresent()) {
      return Optional.empty();
    }
    return recent(card)
        .filter(fact -> fact.place().equals(here.place().id()))
        .filter(Fact.Scan.class::isInstance)
        .map(Fact.Scan.class::cast)
        .filter(scan -> scan.outcome() == Outcome.ACCEPTED && scan.isSighting())
        .filter(scan -> scan.occasion().filter(card.seen()::isReleased).isEmpty())
        .flatMap(scan -> scan.occasion().flatMap(o -> again(here, person, o, scan.ticket())))
        .map(Decision::silent);
  }

  private static Optional<Verdict> again(
      Situation here, Person person, Occasion occasion, int ticket) {
    return label(here, occasion)
        .map(
            label ->
                occasion.kind() == Occasion.Kind.CLINIC
                    ? new Verdict.Ticket(person, label, ticket, false)
                    : new Verdict.Accepted(person, occasion, label));
  }

  private static Optional<Label> label(Situation here, Occasion occasion) {
    return occasion.kind() == Occasion.Kind.VISIT
        ? Optional.of(here.placeLabel())
        : Openings.of(here).find(occasion).map(Opening::label);
  }

  /** The decision without its fact, when the newest fact about this card says the same. */
  static Decision withoutEcho(Presented card, Decision decision) {
    boolean echo =
        decision
            .fact()
            .filter(fact -> !isAnew(card, fact))
            .flatMap(fact -> recent(card).filter(last -> saysTheSame(fact, last)))
            .isPresent();
    return echo ? Decision.silent(decision.verdict()) : decision;
  }

  /** What staff took back is recorded again, however soon. */
  private static boolean isAnew(Presented card, Fact fact) {
    return fact instanceof Fact.Scan scan
        && scan.outcome() == Outcome.ACCEPTED
        && scan.occasion().filter(card.seen()::isReleased).isPresent();
  }

  private static Optional<Fact> recent(Presented card) {
    return card.seen()
        .last()
        .filter(last -> last.ageMillis() >= 0 && last.ageMillis() < WINDOW_MS)
        .map(Seen.Last::fact);
  }

  private static boolean saysTheSame(Fact one, Fact other) {
    if (one instanceof Fact.Scan a && other instanceof Fact.Scan b) {
      return a.place().equals(b.place())
          && a.outcome() == b.outcome()
          && a.occasion().equals(b.occasion());
    }
    if (one instanceof Fact.Collection a && other instanceof Fact.Collection b) {
      return a.place().equals(b.place())
          && a.occasion().equals(b.occasion())
          && a.children().equals(b.children());
    }
    return one instanceof Fact.Departure a
        && other instanceof Fact.Departure b
        && a.place().equals(b.place());
  }
}
