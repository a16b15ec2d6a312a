package io.jinlin.edge.decide;

import static io.jinlin.edge.decide.Fixture.TUESDAY;
import static io.jinlin.edge.decide.Fixture.WANG;
import static io.jinlin.edge.decide.Fixture.at;
import static io.jinlin.edge.decide.Fixture.card;
import static io.jinlin.edge.decide.Fixture.known;
import static io.jinlin.edge.decide.Fixture.meal;
import static io.jinlin.edge.decide.Fixture.scan;
import static io.jinlin.edge.decide.Fixture.time;
import static io.jinlin.edge.decide.Fixture.tuesday;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.Canteen;
import io.jinlin.contract.page.Closure;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Dish;
import io.jinlin.contract.page.MealDay;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Menu;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.Service;
import io.jinlin.edge.roster.Plan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpecialDaysTest {
  private static final Closure TYPHOON =
      new Closure("c1", Optional.empty(), tuesday("12:00"), tuesday("23:59"), "台风", "Typhoon");

  private static Situation with(Situation here, Plan plan) {
    return new Situation(
        here.site(), here.place(), here.device(), here.sessions(), here.wallMillis(), true, plan);
  }

  private static Plan closed(Closure closure) {
    return new Plan(List.of(closure), List.of(), List.of(), Set.of());
  }

  private static Plan soldOut(String... meals) {
    Set<io.jinlin.contract.event.Occasion> gone =
        Set.copyOf(List.of(meals).stream().map(Fixture::meal).toList());
    return new Plan(List.of(), List.of(), List.of(), gone);
  }

  private static Plan rules(Canteen canteen) {
    return new Plan(List.of(), List.of(), List.of(canteen), Set.of());
  }

  @Test
  void aHolidayHasItsOwnMealsAndTheNextOneAfterItIsFound() {
    MealPeriod brunch = new MealPeriod("brunch", "早午餐", "Brunch", time("09:00"), time("10:00"));
    MealDay holiday = new MealDay("canteen", TUESDAY, Optional.of(List.of(brunch)), List.of());
    MealDay closedDay =
        new MealDay("canteen", TUESDAY.plusDays(1), Optional.of(List.of()), List.of());
    Plan plan = new Plan(List.of(), List.of(holiday, closedDay), List.of(), Set.of());

    Decision morning = Decider.decide(with(at(Service.CANTEEN, "09:30"), plan), card(WANG));
    Decision noon = Decider.decide(with(at(Service.CANTEEN, "12:00"), plan), card(WANG));

    assertThat(scan(morning).occasion()).contains(meal("brunch"));
    assertThat(noon.verdict())
        .isEqualTo(
            new Verdict.NotNow(
                new Label("早餐", "Breakfast"),
                Optional.of(TUESDAY.plusDays(2).atTime(time("06:30")))));
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void aClosedCentreSaysSoEverywhereAndCountsNobody(Service service) {
    Situation here = with(at(service, "12:30"), closed(TYPHOON));

    Decision decision =
        Decider.decide(here, card(known(RosterEntry.Kind.CHILD, List.of(), List.of())));

    assertThat(decision.verdict())
        .isInstanceOfSatisfying(
            Verdict.Closed.class,
            closed -> assertThat(closed.reason()).isEqualTo(new Label("台风", "Typhoon")));
    assertThat(scan(decision).outcome()).isEqualTo(Outcome.NOT_NOW);
    assertThat(Decider.now(here).kind()).isEqualTo(PlaceNow.Kind.CLOSED);
    assertThat(Decider.now(here).notice()).contains(new Label("台风", "Typhoon"));
  }

  @Test
  void aClosureThatHasNotBegunOrIsOfAnotherPlaceChangesNothing() {
    Situation before = with(at(Service.CANTEEN, "11:59"), closed(TYPHOON));
    Closure clinic =
        new Closure("c2", Optional.of("clinic"), tuesday("00:00"), tuesday("23:59"), "消毒", "");
    Situation other = with(at(Service.CANTEEN, "12:30"), closed(clinic));

    assertThat(scan(Decider.decide(before, card(WANG))).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(scan(Decider.decide(other, card(WANG))).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void aClosureNamesTheNextOpeningAfterItsEnd() {
    Decision decision =
        Decider.decide(with(at(Service.CANTEEN, "12:30"), closed(TYPHOON)), card(WANG));

    assertThat(((Verdict.Closed) decision.verdict()).next().orElseThrow().opens())
        .isEqualTo(TUESDAY.plusDays(1).atTime(time("06:30")));
  }

  @Test
  void childrenAreCollectedAndPeopleLeaveDuringAClosure() {
    Situation school = with(at(Service.SCHOOL, "16:45"), closed(TYPHOON));
    var adult = known(RosterEntry.Kind.RESIDENT, List.of(), List.of(Fixture.CHILD_CARD));
    Situation exit =
        with(Fixture.as(at(Service.HALL, "12:30"), Device.Role.EXIT, 0), closed(TYPHOON));

    assertThat(Decider.decide(school, card(adult)).verdict())
        .isInstanceOf(Verdict.Collecting.class);
    assertThat(Decider.decide(exit, card(WANG)).verdict()).isInstanceOf(Verdict.Left.class);
  }

  @Test
  void aMealThatIsSoldOutSaysWhatIsNextAndAMealHadBeforeStillSaysSo() {
    Situation here = with(at(Service.CANTEEN, "12:30"), soldOut("lunch"));
    Seen seen = Fixture.accepted(meal("lunch"), "11:42", 0, 600_000, "canteen");

    Decision decision = Decider.decide(here, card(WANG));

    assertThat(decision.verdict())
        .isEqualTo(
            new Verdict.SoldOut(
                new Label("午餐", "Lunch"),
                Optional.of(new PlaceNow.Next(new Label("晚餐", "Dinner"), tuesday("17:00")))));
    assertThat(scan(decision).outcome()).isEqualTo(Outcome.NOT_NOW);
    assertThat(Decider.decide(here, card(WANG, seen)).verdict())
        .isInstanceOf(Verdict.Already.class);
    assertThat(Decider.now(here).serving().soldOut()).isTrue();
  }

  @Test
  void aTakeAwayCounterRecordsThatTheMealIsTakenAway() {
    Plan plan = rules(new Canteen("canteen", 2, false, List.of("kiosk-1")));

    Decision decision = Decider.decide(with(at(Service.CANTEEN, "12:00"), plan), card(WANG));

    assertThat(scan(decision).way()).contains(Way.COLLECT);
  }

  @Test
  void dinnerMayBeTakenAlongWithLunchAndIsBookedToDinner() {
    Plan plan = rules(new Canteen("canteen", 2, true, List.of()));
    Situation here = with(at(Service.CANTEEN, "12:00"), plan);

    Decision lunch = Decider.decide(here, card(WANG));
    Seen seen = Fixture.accepted(meal("lunch"), "12:00", 0, 3_000, "canteen");
    Decision dinner = Decider.decide(here, Fixture.choosing(card(WANG, seen), "dinner"));

    assertThat(((Verdict.Accepted) lunch.verdict()).also())
        .contains(new Verdict.Choice("dinner", new Label("晚餐", "Dinner")));
    assertThat(scan(lunch).occasion()).contains(meal("lunch"));
    assertThat(scan(dinner).occasion()).contains(meal("dinner"));
    assertThat(scan(dinner).way()).contains(Way.COLLECT);
  }

  @Test
  void dinnerIsNotOfferedAtBreakfastNorTwiceNorWhereStaffDidNotSaySo() {
    Plan plan = rules(new Canteen("canteen", 2, true, List.of()));
    Seen had = Fixture.accepted(meal("dinner"), "12:00", 0, 90_000, "canteen");

    assertThat(also(with(at(Service.CANTEEN, "07:00"), plan), Seen.NOTHING)).isEmpty();
    assertThat(also(with(at(Service.CANTEEN, "12:30"), plan), had)).isEmpty();
    assertThat(also(at(Service.CANTEEN, "12:00"), Seen.NOTHING)).isEmpty();
  }

  private static Optional<Verdict.Choice> also(Situation here, Seen seen) {
    return ((Verdict.Accepted) Decider.decide(here, card(WANG, seen)).verdict()).also();
  }

  @Test
  void aMealThatStaffTookBackMayBeHadAgainAtTheSameKiosk() {
    Seen seen = Fixture.accepted(meal("lunch"), "11:42", 0, 10_000, "canteen");
    Seen released =
        new Seen(
            seen.here(),
            seen.elsewhere(),
            seen.last(),
            seen.lastTicket(),
            java.util.Map.of(meal("lunch"), Fixture.millis(TUESDAY, "11:42")));

    Decision again = Decider.decide(at(Service.CANTEEN, "11:43"), card(WANG, released));

    assertThat(scan(again).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void theIdleScreenHasTheMenu() {
    Dish noodles = new Dish("卤面", "Braised noodles", Set.of(Dish.Mark.SOFT));
    MealDay day =
        new MealDay(
            "canteen", TUESDAY, Optional.empty(), List.of(new Menu("lunch", List.of(noodles))));
    Plan plan = new Plan(List.of(), List.of(day), List.of(), Set.of());

    PlaceNow now = Decider.now(with(at(Service.CANTEEN, "12:00"), plan));

    assertThat(now.serving().menu()).containsExactly(noodles);
    assertThat(now.serving().proxies()).isTrue();
  }
}
