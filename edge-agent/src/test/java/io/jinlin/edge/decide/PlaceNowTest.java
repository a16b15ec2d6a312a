package io.jinlin.edge.decide;

import static io.jinlin.edge.decide.Fixture.at;
import static io.jinlin.edge.decide.Fixture.place;
import static io.jinlin.edge.decide.Fixture.session;
import static io.jinlin.edge.decide.Fixture.tuesday;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceNowTest {
  private static final Label LUNCH = new Label("午餐", "Lunch");
  private static final Label DINNER = new Label("晚餐", "Dinner");

  @Test
  void duringLunchTheCanteenIsLunchAndDinnerIsNext() {
    PlaceNow now = Decider.now(at(Service.CANTEEN, "12:00"));

    assertThat(now)
        .isEqualTo(
            new PlaceNow(
                PlaceNow.Kind.MEAL,
                LUNCH,
                Optional.of(tuesday("11:00")),
                Optional.of(tuesday("13:00")),
                Optional.of(new PlaceNow.Next(DINNER, tuesday("17:00"))),
                Optional.empty(),
                new PlaceNow.Serving(List.of(), false, true)));
  }

  @Test
  void withinTheGraceItIsAlreadyLunchAndTheNextIsDinner() {
    PlaceNow now = Decider.now(at(Service.CANTEEN, "10:55"));

    assertThat(now.label()).isEqualTo(LUNCH);
    assertThat(now.next()).map(PlaceNow.Next::label).contains(DINNER);
  }

  @Test
  void betweenMealsTheCanteenIsClosedAndSaysWhatIsNext() {
    PlaceNow now = Decider.now(at(Service.CANTEEN, "15:00"));

    assertThat(now.kind()).isEqualTo(PlaceNow.Kind.CLOSED);
    assertThat(now.next()).contains(new PlaceNow.Next(DINNER, tuesday("17:00")));
  }

  @Test
  void severalOpenQueuesAreTheClinicOneIsItself() {
    PlaceNow several = Decider.now(at(Service.CLINIC, "10:00"));
    PlaceNow one = Decider.now(at(Service.CLINIC, "13:00"));

    assertThat(several.label().en()).isEqualTo("Place clinic");
    assertThat(several.closes()).contains(tuesday("17:00"));
    assertThat(one.label().en()).isEqualTo("Basic care");
    assertThat(one.kind()).isEqualTo(PlaceNow.Kind.QUEUE);
  }

  @Test
  void aRoomShowsItsSessionElseVisits() {
    Place room = place(Service.ACTIVITY);
    var film = session("film", room, "14:00", "16:00", true);

    assertThat(Decider.now(at(room, "13:40", film)).kind()).isEqualTo(PlaceNow.Kind.SESSION);
    assertThat(Decider.now(at(room, "12:00", film)).kind()).isEqualTo(PlaceNow.Kind.VISIT);
    assertThat(Decider.now(at(room, "12:00", film)).next())
        .map(PlaceNow.Next::opens)
        .contains(tuesday("14:00"));
    assertThat(Decider.now(at(Service.SCHOOL, "12:00")).kind()).isEqualTo(PlaceNow.Kind.CLOSED);
    assertThat(Decider.now(at(Service.HALL, "12:00")).kind()).isEqualTo(PlaceNow.Kind.VISIT);
  }

  @Test
  void theWayOutIsNeverAMeal() {
    Situation exit = Fixture.as(at(Service.CANTEEN, "12:00"), Device.Role.EXIT, 0);

    assertThat(Decider.now(exit).kind()).isEqualTo(PlaceNow.Kind.VISIT);
  }

  @Test
  void peopleAreExpectedWhileSomethingIsOnAndByDayInAHall() {
    assertThat(Decider.peopleExpected(at(Service.CANTEEN, "12:00"))).isTrue();
    assertThat(Decider.peopleExpected(at(Service.CANTEEN, "15:00"))).isFalse();
    assertThat(Decider.peopleExpected(at(Service.HALL, "12:00"))).isTrue();
    assertThat(Decider.peopleExpected(at(Service.HALL, "03:00"))).isFalse();
    assertThat(Decider.peopleExpected(Fixture.untrusted(at(Service.HALL, "12:00")))).isFalse();
  }
}
