package io.jinlin.edge.decide;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Closure;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.FailureRule;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.Service;
import io.jinlin.edge.roster.RosterAnswer;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what a scan means: place, clock and timetable leave the person nothing to choose wherever
 * that is possible. Total and pure: the same arguments give the same answer.
 */
public final class Decider {
  private static final int DAY_BEGINS = 9;
  private static final int DAY_ENDS = 17;

  private Decider() {}

  /**
   * The answer to a card, and what to commit before giving it. A dead card is told to see staff
   * whatever else holds, and never why.
   */
  public static Decision decide(Situation here, Presented card) {
    Person person = person(here, card);
    Answers answers = new Answers(here, card, person);
    if (card.answer() instanceof RosterAnswer.Revoked || isStrayDelegate(here, card)) {
      return Repeats.withoutEcho(card, answers.seeStaff());
    }
    Optional<Closure> closure =
        here.timed() && here.device().role() != Device.Role.EXIT
            ? here.closureAt(here.now())
            : Optional.empty();
    if (closure.isPresent() && !isAdultAtSchool(here, card)) {
      return Repeats.withoutEcho(card, answers.closed(closure.get(), Openings.of(here).next()));
    }
    return Repeats.ofAcceptance(here, card, person)
        .orElseGet(() -> Repeats.withoutEcho(card, fresh(here, card, person, answers)));
  }

  /** Whether a neighbour may collect at this kiosk now (代领). */
  public static boolean offersProxy(Situation here) {
    return CanteenRule.offersProxy(here);
  }

  /**
   * The answer to the own card of a neighbour who collects for others: whose card comes next, that
   * they have collected all that one may, or a refusal.
   *
   * @param taken how many of each meal they have collected at this kiosk
   */
  public static Decision decideCollector(
      Situation here, Presented card, Map<Occasion, Integer> taken) {
    Person person = person(here, card);
    Answers answers = new Answers(here, card, person);
    boolean staff = !person.known() && here.place().failureRule() == FailureRule.STAFF;
    boolean dead = card.answer() instanceof RosterAnswer.Revoked || isStrayDelegate(here, card);
    if (dead || staff || !offersProxy(here)) {
      return Repeats.withoutEcho(card, answers.seeStaff());
    }
    return CanteenRule.collector(here, new Collector(card.ref(), person, taken), answers);
  }

  /** The meal that a card presented now would be for. */
  public static Optional<Occasion> mealNow(Situation here) {
    return Openings.of(here).current().stream().findFirst().map(Opening::occasion);
  }

  /** Who presented a card, as far as may be said. */
  public static Person holder(Situation here, Presented card) {
    return person(here, card);
  }

  /** What the place is now, for the idle screen. */
  public static PlaceNow now(Situation here) {
    return Idle.now(here);
  }

  /**
   * Whether people should be going in and out, so that a door without them is a dead one: something
   * is on, or it is daytime at a place that is always open.
   */
  public static boolean peopleExpected(Situation here) {
    return switch (Idle.now(here).kind()) {
      case MEAL, SESSION, QUEUE -> true;
      case VISIT -> here.now().getHour() >= DAY_BEGINS && here.now().getHour() < DAY_ENDS;
      case CLOSED, UNKNOWN -> false;
    };
  }

  private static Decision fresh(Situation here, Presented card, Person person, Answers answers) {
    if (here.device().role() == Device.Role.EXIT) {
      return answers.left();
    }
    if (!person.known() && here.place().failureRule() == FailureRule.STAFF) {
      return answers.seeStaff();
    }
    if (!here.timed()) {
      return isAdultAtSchool(here, card) ? answers.seeStaff() : answers.untimed();
    }
    return switch (here.place().service()) {
      case CANTEEN -> CanteenRule.decide(here, card, answers);
      case CLINIC -> ClinicRule.decide(here, card, answers);
      case ACTIVITY -> SessionRule.activity(here, card, answers);
      case SCHOOL -> SessionRule.school(here, card, person, answers);
      case HALL -> answers.visit();
    };
  }

  /** A delegate's code is for collecting children at the school, and nobody's card elsewhere. */
  private static boolean isStrayDelegate(Situation here, Presented card) {
    boolean delegate =
        card.answer() instanceof RosterAnswer.Known known && known.entry().isDelegate();
    return delegate
        && (here.place().service() != Service.SCHOOL || here.device().role() == Device.Role.EXIT);
  }

  /** Without a date there is nothing to collect children from; a person must look. */
  private static boolean isAdultAtSchool(Situation here, Presented card) {
    return here.place().service() == Service.SCHOOL
        && card.answer() instanceof RosterAnswer.Known known
        && known.entry().kind() != RosterEntry.Kind.CHILD;
  }

  private static Person person(Situation here, Presented card) {
    if (!(card.answer() instanceof RosterAnswer.Known known)) {
      return Person.UNKNOWN;
    }
    Person person = Person.of(known.entry());
    return here.place().service() == Service.CLINIC ? person.silent() : person;
  }
}
