package io.jinlin.edge.decide;

import static io.jinlin.edge.decide.Fixture.TUESDAY;
import static io.jinlin.edge.decide.Fixture.UNKNOWN;
import static io.jinlin.edge.decide.Fixture.WANG;
import static io.jinlin.edge.decide.Fixture.at;
import static io.jinlin.edge.decide.Fixture.card;
import static io.jinlin.edge.decide.Fixture.meal;
import static io.jinlin.edge.decide.Fixture.millis;
import static io.jinlin.edge.decide.Fixture.scan;
import static io.jinlin.edge.decide.Fixture.time;
import static io.jinlin.edge.decide.Fixture.tuesday;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.FailureRule;
import io.jinlin.contract.page.Service;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanteenTest {
  @ParameterizedTest
  @CsvSource({
    "06:20, breakfast",
    "06:30, breakfast",
    "08:29, breakfast",
    "10:50, lunch",
    "11:00, lunch",
    "12:59, lunch",
    "16:50, dinner",
    "18:29, dinner"
  })
  void theTimeOfDaySaysWhichMeal(String now, String meal) {
    Decision decision = Decider.decide(at(Service.CANTEEN, now), card(WANG));

    assertThat(decision.verdict())
        .isInstanceOfSatisfying(
            Verdict.Accepted.class, ok -> assertThat(ok.occasion()).isEqualTo(meal(meal)));
    assertThat(scan(decision).occasion()).contains(meal(meal));
    assertThat(scan(decision).way()).contains(Way.DINE_IN);
  }

  @ParameterizedTest
  @CsvSource({"06:19, 早餐, 06:30", "08:30, 午餐, 11:00", "10:49, 午餐, 11:00", "13:00, 晚餐, 17:00"})
  void outsideTheMealsItSaysWhenTheNextOneOpens(String now, String label, String opens) {
    Decision decision = Decider.decide(at(Service.CANTEEN, now), card(WANG));

    assertThat(decision.verdict())
        .isInstanceOfSatisfying(
            Verdict.NotNow.class,
            notNow -> {
              assertThat(notNow.label().zh()).isEqualTo(label);
              assertThat(notNow.opens()).contains(tuesday(opens));
            });
    assertThat(scan(decision).outcome()).isEqualTo(Outcome.NOT_NOW);
    assertThat(scan(decision).occasion()).isEmpty();
  }

  @Test
  void inTheEveningTheNextMealIsTomorrow() {
    Decision decision = Decider.decide(at(Service.CANTEEN, "21:00"), card(WANG));

    assertThat(decision.verdict())
        .isEqualTo(
            new Verdict.NotNow(
                new Label("早餐", "Breakfast"),
                Optional.of(TUESDAY.plusDays(1).atTime(time("06:30")))));
  }

  @Test
  void aSecondScanOfTheSameMealNeverCountsAgain() {
    Seen seen = Fixture.accepted(meal("lunch"), "11:42", 0, 60_000, "canteen");

    Decision decision = Decider.decide(at(Service.CANTEEN, "11:43"), card(WANG, seen));

    assertThat(decision.verdict())
        .isInstanceOfSatisfying(
            Verdict.Already.class, already -> assertThat(already.first()).isEqualTo("11:42"));
    assertThat(scan(decision).outcome()).isEqualTo(Outcome.ALREADY);
    assertThat(scan(decision).occasion()).contains(meal("lunch"));
  }

  @Test
  void theSameCardWithinAMinuteHearsTheSameAnswerAndAddsNoEvent() {
    Seen seen = Fixture.accepted(meal("lunch"), "11:42", 0, 59_999, "canteen");

    Decision decision = Decider.decide(at(Service.CANTEEN, "11:43"), card(WANG, seen));

    assertThat(decision.verdict()).isInstanceOf(Verdict.Accepted.class);
    assertThat(decision.fact()).isEmpty();
  }

  @Test
  void aScanBeforeTheMealDoesNotHideTheMealHalfAMinuteLater() {
    Decision early = Decider.decide(at(Service.CANTEEN, "10:49"), card(WANG));
    Seen seen =
        new Seen(
            Map.of(),
            Map.of(),
            Optional.of(new Seen.Last(early.fact().orElseThrow(), 30_000)),
            Map.of());

    Decision again = Decider.decide(at(Service.CANTEEN, "10:49"), card(WANG, seen));
    Decision open = Decider.decide(at(Service.CANTEEN, "10:50"), card(WANG, seen));

    assertThat(again).isEqualTo(Decision.silent(early.verdict()));
    assertThat(scan(open).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void aMealHadAtAnotherKioskIsAnsweredWithItsTime() {
    Seen seen =
        new Seen(
            Map.of(), Map.of(meal("lunch"), millis(TUESDAY, "11:05")), Optional.empty(), Map.of());

    Decision decision = Decider.decide(at(Service.CANTEEN, "12:00"), card(WANG, seen));

    assertThat(decision.verdict())
        .isInstanceOfSatisfying(
            Verdict.Already.class, already -> assertThat(already.first()).isEqualTo("11:05"));
  }

  @Test
  void lunchDoesNotUseUpDinner() {
    Seen seen = Fixture.accepted(meal("lunch"), "11:42", 0, 20_000_000, "canteen");

    Decision decision = Decider.decide(at(Service.CANTEEN, "17:30"), card(WANG, seen));

    assertThat(scan(decision).occasion()).contains(meal("dinner"));
    assertThat(scan(decision).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void anUnknownCardIsFedAndNobodyIsNamed() {
    Decision decision = Decider.decide(at(Service.CANTEEN, "12:00"), card(UNKNOWN));

    assertThat(decision.verdict())
        .isInstanceOfSatisfying(
            Verdict.Accepted.class, ok -> assertThat(ok.person()).isEqualTo(Person.UNKNOWN));
    assertThat(scan(decision).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void wherePlacesTurnUnknownCardsToStaffTheyDo() {
    Situation here = at(Fixture.place(Service.CANTEEN, FailureRule.STAFF), "12:00");

    Decision decision = Decider.decide(here, card(UNKNOWN));

    assertThat(decision.verdict()).isEqualTo(new Verdict.SeeStaff());
    assertThat(scan(decision).outcome()).isEqualTo(Outcome.SEE_STAFF);
  }

  @Test
  void theGraceOfAMealAfterMidnightBeginsTheDayBefore() {
    var supper =
        new io.jinlin.contract.page.MealPeriod(
            "supper", "夜宵", "Supper", time("00:05"), time("01:00"));
    var base = Fixture.place(Service.CANTEEN);
    var place =
        new io.jinlin.contract.page.Place(
            base.id(),
            base.name(),
            base.nameEnglish(),
            base.service(),
            80,
            80,
            90,
            FailureRule.SERVE,
            10,
            30,
            java.util.List.of(supper),
            java.util.List.of());

    Decision decision = Decider.decide(at(place, "23:56"), card(WANG));

    assertThat(scan(decision).occasion().orElseThrow().date()).isEqualTo(TUESDAY.plusDays(1));
  }
}
