package io.jinlin.edge.decide;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.edge.roster.RosterAnswer;
import java.util.List;
import java.util.Optional;

/** Attendance of the sessions of a room, and the collection of children. */
final class SessionRule {
  private SessionRule() {}

  /** The session in progress or about to begin; in a room where nothing is on, a visit. */
  static Decision activity(Situation here, Presented card, Answers answers) {
    List<Opening> sessions = Openings.of(here).current();
    List<Opening> open = sessions.stream().filter(s -> mayAttend(card, s)).toList();
    if (!open.isEmpty()) {
      return attendOne(open, card, answers);
    }
    boolean outsider = !sessions.isEmpty() && !isKind(card, RosterEntry.Kind.STAFF);
    return outsider ? answers.seeStaff() : answers.visit();
  }

  /** A child's own card checks it in; an adult's opens a collection or goes to staff. */
  static Decision school(Situation here, Presented card, Person person, Answers answers) {
    if (card.answer() instanceof RosterAnswer.Known known
        && known.entry().kind() != RosterEntry.Kind.CHILD) {
      return mayCollect(here, known.entry())
          ? collect(here, card, person, known.entry())
          : answers.seeStaff();
    }
    Openings openings = Openings.of(here);
    List<Opening> sessions = openings.current();
    List<Opening> open = sessions.stream().filter(s -> mayAttend(card, s)).toList();
    if (!open.isEmpty()) {
      return attendOne(open, card, answers);
    }
    // Nobody under age collects: one who is named as somebody's guardian all the same goes to
    // staff.
    return sessions.isEmpty() && !isMinorGuardian(card)
        ? answers.notNow(openings.next())
        : answers.seeStaff();
  }

  private static boolean isMinorGuardian(Presented card) {
    return card.answer() instanceof RosterAnswer.Known known && !known.entry().collects().isEmpty();
  }

  /** A guardian of somebody; or a delegate while the code holds, by a clock that can be trusted. */
  private static boolean mayCollect(Situation here, RosterEntry adult) {
    boolean now =
        !adult.isDelegate()
            || (here.timed()
                && here.wallMillis() >= adult.fromMillis()
                && here.wallMillis() < adult.untilMillis());
    return now && !adult.collects().isEmpty();
  }

  /**
   * Of several sessions the one not yet attended: whoever was counted in the one that is ending and
   * presents the card again within the window of the next means the next.
   */
  private static Decision attendOne(List<Opening> open, Presented card, Answers answers) {
    Optional<Opening> chosen =
        open.stream()
            .filter(session -> card.choice().equals(Optional.of(session.occasion().id())))
            .findFirst();
    List<Opening> fresh =
        open.stream()
            .filter(session -> card.seen().firstMillis(session.occasion()).isEmpty())
            .toList();
    if (chosen.isEmpty() && fresh.size() > 1) {
      return answers.choose(fresh);
    }
    Opening session = chosen.orElseGet(() -> fresh.isEmpty() ? open.get(0) : fresh.get(0));
    return answers.attend(session.occasion(), session.label(), Optional.empty());
  }

  private static Decision collect(
      Situation here, Presented card, Person person, RosterEntry adult) {
    Fact collection =
        new Fact.Collection(
            here.place().id(), card.ref(), schoolDay(here), adult.collects(), card.input());
    return Decision.of(new Verdict.Collecting(person, adult.collects().size()), collection);
  }

  /** The session children are collected from: the one that is on, else the last, else the day. */
  private static Occasion schoolDay(Situation here) {
    Openings openings = Openings.of(here);
    return openings.current().stream()
        .findFirst()
        .or(openings::endedToday)
        .map(Opening::occasion)
        .orElseGet(
            () -> new Occasion(Occasion.Kind.VISIT, here.place().id(), here.now().toLocalDate()));
  }

  /** A card the kiosk does not know is let in where the place serves unknown cards at all. */
  private static boolean mayAttend(Presented card, Opening session) {
    return session.walkIns()
        || !(card.answer() instanceof RosterAnswer.Known known)
        || known.entry().enrolled().contains(session.series());
  }

  private static boolean isKind(Presented card, RosterEntry.Kind kind) {
    return card.answer() instanceof RosterAnswer.Known known && known.entry().kind() == kind;
  }
}
