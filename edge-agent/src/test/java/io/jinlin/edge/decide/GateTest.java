package io.jinlin.edge.decide;

import static io.jinlin.edge.decide.Fixture.REVOKED;
import static io.jinlin.edge.decide.Fixture.UNKNOWN;
import static io.jinlin.edge.decide.Fixture.WANG;
import static io.jinlin.edge.decide.Fixture.accepted;
import static io.jinlin.edge.decide.Fixture.at;
import static io.jinlin.edge.decide.Fixture.card;
import static io.jinlin.edge.decide.Fixture.known;
import static io.jinlin.edge.decide.Fixture.meal;
import static io.jinlin.edge.decide.Fixture.scan;
import static io.jinlin.edge.decide.Fixture.untrusted;
import static io.jinlin.edge.decide.Fixture.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.Service;
import io.jinlin.edge.roster.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {
  @ParameterizedTest
  @EnumSource(Service.class)
  void aDeadCardIsSentToStaffEverywhereAndToldNothing(Service service) {
    Decision decision = Decider.decide(at(service, "12:00"), card(REVOKED));

    assertThat(decision.verdict()).isEqualTo(new Verdict.SeeStaff());
    assertThat(scan(decision).outcome()).isEqualTo(Outcome.SEE_STAFF);
  }

  @Test
  void aCardThatDiesWithinTheMinuteIsNotAnsweredAsBefore() {
    Seen seen = accepted(meal("lunch"), "11:59", 0, 10_000, "canteen");

    Decision decision = Decider.decide(at(Service.CANTEEN, "12:00"), card(REVOKED, seen));

    assertThat(decision.verdict()).isEqualTo(new Verdict.SeeStaff());
  }

  @ParameterizedTest
  @EnumSource(
      value = Service.class,
      names = {"CANTEEN", "CLINIC", "ACTIVITY", "HALL"})
  void withoutATrustedClockThePersonGoesOnAndTheScanHasNoOccasion(Service service) {
    Decision decision = Decider.decide(untrusted(at(service, "12:00")), card(WANG));

    assertThat(decision.verdict()).isInstanceOf(Verdict.Untimed.class);
    assertThat(scan(decision).outcome()).isEqualTo(Outcome.UNTIMED);
    assertThat(scan(decision).occasion()).isEmpty();
  }

  @Test
  void withoutATrustedClockAnAdultAtSchoolGoesToAHuman() {
    Decision decision = Decider.decide(untrusted(at(Service.SCHOOL, "12:00")), card(WANG));
    Decision child =
        Decider.decide(
            untrusted(at(Service.SCHOOL, "12:00")),
            card(known(RosterEntry.Kind.CHILD, List.of(), List.of())));

    assertThat(decision.verdict()).isEqualTo(new Verdict.SeeStaff());
    assertThat(child.verdict()).isInstanceOf(Verdict.Untimed.class);
  }

  @ParameterizedTest
  @CsvSource({"1970-01-01T00:00:00Z", "2019-12-31T12:00:00Z", "9999-12-31T23:59:59Z"})
  void aYearThatCannotBeIsNotTrustedWhateverTheClockSays(Instant wall) {
    Situation here = at(Service.CANTEEN, "12:00");
    Situation odd =
        new Situation(
            here.site(), here.place(), here.device(), List.of(), wall.toEpochMilli(), true);

    assertThat(Decider.decide(odd, card(WANG)).verdict()).isInstanceOf(Verdict.Untimed.class);
    assertThat(Decider.now(odd).kind()).isEqualTo(PlaceNow.Kind.UNKNOWN);
  }

  @Test
  void onTheWayOutEveryCardDepartsKnownOrNot() {
    Situation exit = Fixture.as(at(Service.HALL, "12:00"), Device.Role.EXIT, 0);

    for (var answer : List.of(WANG, UNKNOWN)) {
      Decision decision = Decider.decide(exit, card(answer));
      assertThat(decision.verdict()).isInstanceOf(Verdict.Left.class);
      assertThat(decision.fact().orElseThrow()).isInstanceOf(Fact.Departure.class);
    }
  }

  @Test
  void aHallCountsOneVisitADay() {
    Decision first = Decider.decide(at(Service.HALL, "09:00"), card(WANG));
    Seen seen = accepted(visit("hall"), "09:00", 0, 3_600_000, "hall");
    Decision second = Decider.decide(at(Service.HALL, "10:00"), card(WANG, seen));

    assertThat(scan(first).occasion()).contains(visit("hall"));
    assertThat(scan(second).outcome()).isEqualTo(Outcome.ALREADY);
  }

  @Test
  void anAnswerIsNotRepeatedWhenTheKioskHasMovedToAnotherPlace() {
    Seen seen = accepted(visit("hall"), "11:59", 0, 10_000, "hall");

    Decision decision = Decider.decide(at(Service.CANTEEN, "12:00"), card(WANG, seen));

    assertThat(scan(decision).occasion()).contains(meal("lunch"));
  }

  @Test
  void anAgeThatIsNotKnownRepeatsNothing() {
    Seen seen = accepted(meal("lunch"), "11:59", 0, -1, "canteen");

    Decision decision = Decider.decide(at(Service.CANTEEN, "12:00"), card(WANG, seen));

    assertThat(scan(decision).outcome()).isEqualTo(Outcome.ALREADY);
  }

  @Test
  void aDeviceKnowsItsSituationOnlyWhenSiteDeviceAndPlaceAreKnown() {
    Situation here = at(Service.HALL, "12:00");
    Settings whole =
        new Settings(
            Optional.of(here.site()),
            Map.of("hall", here.place()),
            Map.of("kiosk-1", here.device()),
            List.of());
    Settings placeless = new Settings(whole.site(), Map.of(), whole.devices(), List.of());

    assertThat(Situation.of(whole, "kiosk-1", here.wallMillis(), true)).contains(here);
    assertThat(Situation.of(whole, "kiosk-2", here.wallMillis(), true)).isEmpty();
    assertThat(Situation.of(placeless, "kiosk-1", here.wallMillis(), true)).isEmpty();
    assertThat(Situation.of(Settings.NONE, "kiosk-1", here.wallMillis(), true)).isEmpty();
  }
}
