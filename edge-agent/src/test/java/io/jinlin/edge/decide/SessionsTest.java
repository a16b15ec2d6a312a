package io.jinlin.edge.decide;

import static io.jinlin.edge.decide.Fixture.CHILD_CARD;
import static io.jinlin.edge.decide.Fixture.UNKNOWN;
import static io.jinlin.edge.decide.Fixture.WANG;
import static io.jinlin.edge.decide.Fixture.accepted;
import static io.jinlin.edge.decide.Fixture.at;
import static io.jinlin.edge.decide.Fixture.card;
import static io.jinlin.edge.decide.Fixture.choosing;
import static io.jinlin.edge.decide.Fixture.known;
import static io.jinlin.edge.decide.Fixture.place;
import static io.jinlin.edge.decide.Fixture.scan;
import static io.jinlin.edge.decide.Fixture.session;
import static io.jinlin.edge.decide.Fixture.tuesday;
import static io.jinlin.edge.decide.Fixture.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.page.Session;
import io.jinlin.edge.roster.RosterAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsTest {
  private static final Place ROOM = place(Service.ACTIVITY);
  private static final Place SCHOOL = place(Service.SCHOOL);
  private static final Session FILM = session("film", ROOM, "14:00", "16:00", true);
  private static final Session TALK = session("talk", ROOM, "16:00", "17:00", true);
  private static final Session BRUSH = session("brush", ROOM, "14:00", "16:00", false);
  private static final Session LESSONS = session("lessons", SCHOOL, "16:30", "18:00", false);
  private static final RosterAnswer CHILD =
      known(RosterEntry.Kind.CHILD, List.of("lessons"), List.of());
  private static final RosterAnswer GRANDMOTHER =
      known(RosterEntry.Kind.RESIDENT, List.of(), List.of(CHILD_CARD));

  @ParameterizedTest
  @CsvSource({"13:30", "14:00", "15:59"})
  void aScanWithinTheWindowOrTheSessionChecksIn(String now) {
    Decision decision = Decider.decide(at(ROOM, now, FILM), card(WANG));

    assertThat(scan(decision).occasion()).contains(session("film"));
    assertThat(decision.verdict()).isInstanceOf(Verdict.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({"13:29", "16:00"})
  void inARoomWhereNothingIsOnItIsAVisit(String now) {
    Decision decision = Decider.decide(at(ROOM, now, FILM), card(WANG));

    assertThat(scan(decision).occasion()).contains(visit("activity"));
  }

  @Test
  void twoPossibleSessionsAskWhich() {
    Decision decision = Decider.decide(at(ROOM, "15:45", FILM, TALK), card(WANG));
    Decision chosen =
        Decider.decide(at(ROOM, "15:45", FILM, TALK), choosing(card(WANG), "talk-1124"));

    assertThat(decision.verdict()).isInstanceOf(Verdict.Choose.class);
    assertThat(scan(chosen).occasion()).contains(session("talk"));
  }

  @Test
  void whoeverSatThroughTheFirstIsCheckedInToTheNext() {
    Seen seen = accepted(session("film"), "14:00", 0, 6_000_000, "activity");

    Decision decision = Decider.decide(at(ROOM, "15:45", FILM, TALK), card(WANG, seen));

    assertThat(scan(decision).occasion()).contains(session("talk"));
  }

  @Test
  void aSecondScanOfTheSameSessionIsAlready() {
    Seen seen = accepted(session("film"), "14:00", 0, 600_000, "activity");

    Decision decision = Decider.decide(at(ROOM, "14:10", FILM), card(WANG, seen));

    assertThat(decision.verdict()).isInstanceOf(Verdict.Already.class);
    assertThat(scan(decision).outcome()).isEqualTo(Outcome.ALREADY);
  }

  @Test
  void anEnrolledClassIsOpenToThoseEnrolledOnly() {
    RosterAnswer enrolled = known(RosterEntry.Kind.RESIDENT, List.of("brush"), List.of());
    RosterAnswer staff = known(RosterEntry.Kind.STAFF, List.of(), List.of());
    Situation here = at(ROOM, "14:10", BRUSH);

    assertThat(scan(Decider.decide(here, card(enrolled))).occasion()).contains(session("brush"));
    assertThat(Decider.decide(here, card(WANG)).verdict()).isEqualTo(new Verdict.SeeStaff());
    assertThat(scan(Decider.decide(here, card(staff))).occasion()).contains(visit("activity"));
    assertThat(scan(Decider.decide(here, card(UNKNOWN))).occasion()).contains(session("brush"));
  }

  @Test
  void aChildChecksInAtSchool() {
    Decision decision = Decider.decide(at(SCHOOL, "16:20", LESSONS), card(CHILD));

    assertThat(scan(decision).occasion()).contains(session("lessons"));
  }

  @Test
  void aChildBeforeSchoolIsToldWhenItBegins() {
    Decision decision = Decider.decide(at(SCHOOL, "12:00", LESSONS), card(CHILD));

    assertThat(decision.verdict())
        .isEqualTo(
            new Verdict.NotNow(
                new Label("课lessons", "Class lessons"), Optional.of(tuesday("16:30"))));
  }

  @Test
  void aChildOfAnotherClassAndACardNobodyKnowsGoToAHuman() {
    RosterAnswer other = known(RosterEntry.Kind.CHILD, List.of("music"), List.of());
    Situation here = at(SCHOOL, "16:40", LESSONS);

    assertThat(Decider.decide(here, card(other)).verdict()).isEqualTo(new Verdict.SeeStaff());
    assertThat(Decider.decide(here, card(UNKNOWN)).verdict()).isEqualTo(new Verdict.SeeStaff());
  }

  @ParameterizedTest
  @CsvSource({"16:45", "17:59", "18:20"})
  void anAdultsScanOpensACollectionAndReleasesNobody(String now) {
    Decision decision = Decider.decide(at(SCHOOL, now, LESSONS), card(GRANDMOTHER));

    assertThat(decision.verdict())
        .isEqualTo(new Verdict.Collecting(new Person("王*", "王奶奶", "nan"), 1));
    assertThat(decision.fact().orElseThrow())
        .isInstanceOfSatisfying(
            Fact.Collection.class,
            collection -> {
              assertThat(collection.children()).containsExactly(CHILD_CARD);
              assertThat(collection.occasion()).isEqualTo(session("lessons"));
            });
  }

  @Test
  void anAdultWithoutChildrenToCollectGoesToStaff() {
    Decision decision = Decider.decide(at(SCHOOL, "17:50", LESSONS), card(WANG));

    assertThat(decision.verdict()).isEqualTo(new Verdict.SeeStaff());
  }

  private static RosterAnswer delegate(String from, String until) {
    return new RosterAnswer.Known(
        new RosterEntry(
            "赵*",
            "",
            RosterEntry.Kind.DELEGATE,
            "zh",
            List.of(),
            List.of(CHILD_CARD),
            Fixture.millis(Fixture.TUESDAY, from),
            Fixture.millis(Fixture.TUESDAY, until)));
  }

  @ParameterizedTest
  @CsvSource({"17:00, true", "18:59, true", "16:29, false", "19:00, false"})
  void aDelegatesCodeOpensACollectionWithinItsTimeOnly(String now, boolean opens) {
    Decision decision = Decider.decide(at(SCHOOL, now, LESSONS), card(delegate("16:30", "19:00")));

    assertThat(decision.fact().orElseThrow() instanceof Fact.Collection).isEqualTo(opens);
    assertThat(decision.verdict() instanceof Verdict.SeeStaff).isEqualTo(!opens);
  }

  @Test
  void aDelegatesCodeIsNobodysCardForAnythingElse() {
    RosterAnswer code = delegate("00:00", "23:59");
    for (Service service : Service.values()) {
      if (service != Service.SCHOOL) {
        Decision decision = Decider.decide(at(service, "11:30"), card(code));
        assertThat(scan(decision).outcome()).isEqualTo(Outcome.SEE_STAFF);
      }
    }
    Situation canteen = at(Service.CANTEEN, "11:30");
    assertThat(Decider.decideCollector(canteen, card(code), Map.of()).verdict())
        .isEqualTo(new Verdict.SeeStaff());
    Situation exit = Fixture.as(at(SCHOOL, "17:30", LESSONS), Device.Role.EXIT, 100);
    assertThat(scan(Decider.decide(exit, card(code))).outcome()).isEqualTo(Outcome.SEE_STAFF);
    Situation untimed = Fixture.untrusted(at(SCHOOL, "17:30", LESSONS));
    assertThat(scan(Decider.decide(untimed, card(code))).outcome()).isEqualTo(Outcome.SEE_STAFF);
  }

  @ParameterizedTest
  @CsvSource({"12:00", "17:30", "18:30"})
  void nobodyUnderAgeCollectsWhateverTheListSays(String now) {
    RosterAnswer brother = known(RosterEntry.Kind.CHILD, List.of(), List.of(CHILD_CARD));
    Decision decision = Decider.decide(at(SCHOOL, now, LESSONS), card(brother));

    assertThat(scan(decision).outcome()).isEqualTo(Outcome.SEE_STAFF);
  }
}
