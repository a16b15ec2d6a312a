package io.jinlin.edge.decide;

import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.FailureRule;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.Service;
import io.jinlin.edge.roster.RosterAnswer;
import java.util.List;
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
    if (card.answer() instanceof RosterAnswer.Revoked) {
      return Repeats.withoutEcho(card, answers.seeStaff());
    }
    return Repeats.ofAcceptance(here, card, person)
        .orElseGet(() -> Repeats.withoutEcho(card, fresh(here, card, person, answers)));
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
      case CANTEEN -> meal(here, answers);
      case CLINIC -> ClinicRule.decide(here, card, answers);
      case ACTIVITY -> SessionRule.activity(here, card, answers);
      case SCHOOL -> SessionRule.school(here, card, person, answers);
      case HALL -> answers.visit();
    };
  }

  /** The meal being served, else the one whose early grace has begun. */
  private static Decision meal(Situation here, Answers answers) {
    Openings openings = Openings.of(here);
    List<Opening> meals = openings.current();
    return meals.isEmpty()
        ? answers.notNow(openings.next())
        : answers.attend(meals.get(0).occasion(), meals.get(0).label(), Optional.of(Way.DINE_IN));
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
