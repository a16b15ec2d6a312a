package io.jinlin.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.page.FailureRule;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.hub.rooms.RoomRules;
import io.jinlin.hub.tally.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrowdTest {

  private static final long START = 1_795_449_600_000L;
  private static final long MINUTE = 60_000;
  private static final Place ROOM = place("room", 90);
  private static final Place HALL = place("hall", 20);

  private static final RoomRules RULES =
      new RoomRules(Map.of("corner", "room"), Map.of("hall-room", "room", "room-corner", "room"));

  private final Crowd crowd = new Crowd(START, RULES, place -> 20);
  private long seq;

  private static Place place(String id, int dwellMinutes) {
    return new Place(
        id,
        id,
        id,
        Service.HALL,
        40,
        80,
        dwellMinutes,
        FailureRule.SERVE,
        0,
        0,
        List.of(),
        List.of());
  }

  private static long minute(int minute) {
    return START + minute * MINUTE;
  }

  private void happened(int minute, int person, Fact fact, int stays) {
    Optional<Subject> subject =
        person == 0 ? Optional.empty() : Optional.of(new Subject.Person(person));
    seq++;
    EventId id = new EventId("kiosk", "epoch", seq);
    long at = minute(minute);
    crowd.apply(new Entry(id, at, at, fact, subject, true, false, false), at + stays * MINUTE);
  }

  private void came(int minute, int person, Place place) {
    Occasion visit = new Occasion(Occasion.Kind.VISIT, place.id(), LocalDate.of(2026, 11, 24));
    Fact fact =
        new Fact.Scan(
            place.id(),
            new CardRef(1, person),
            Outcome.ACCEPTED,
            Optional.of(visit),
            Optional.empty(),
            0,
            Input.CAMERA);
    happened(minute, person, fact, place.dwellMinutes());
  }

  private void passed(int minute, int people) {
    passed(minute, people, "hall", "door");
  }

  private void passed(int minute, int people, String place, String door) {
    Fact.Passage.Direction direction =
        people > 0 ? Fact.Passage.Direction.IN : Fact.Passage.Direction.OUT;
    happened(minute, 0, new Fact.Passage(place, door, direction, Math.abs(people)), 0);
  }

  private int people(Place place, int minute) {
    return crowd.at(place, minute(minute)).people();
  }

  @Test
  void whoNeverScansOutIsGoneAfterTheUsualStay() {
    came(0, 1, ROOM);
    assertThat(people(ROOM, 89)).isEqualTo(1);
    assertThat(people(ROOM, 90)).isZero();
  }

  @Test
  void whoIsSeenElsewhereIsNoLongerHere() {
    came(0, 1, ROOM);
    came(30, 1, HALL);
    assertThat(people(ROOM, 29)).isEqualTo(1);
    assertThat(people(ROOM, 30)).isZero();
    assertThat(people(HALL, 30)).isEqualTo(1);
  }

  @Test
  void whatArrivesLateGivesTheSameAsWhatArrivesInOrder() {
    came(30, 1, HALL);
    came(0, 1, ROOM);
    assertThat(people(ROOM, 29)).isEqualTo(1);
    assertThat(people(ROOM, 31)).isZero();
    assertThat(people(HALL, 31)).isEqualTo(1);
  }

  @Test
  void onePersonWhoScansTwiceIsOnePerson() {
    came(0, 1, ROOM);
    came(10, 1, ROOM);
    assertThat(people(ROOM, 11)).isEqualTo(1);
    assertThat(people(ROOM, 95)).isEqualTo(1);
  }

  @Test
  void whoLeavesIsGone() {
    came(0, 1, ROOM);
    happened(20, 1, new Fact.Departure("room", new CardRef(1, 1), Input.CAMERA), 0);
    assertThat(people(ROOM, 20)).isZero();
  }

  @Test
  void aDoorThatMissedPeopleNeverGoesBelowNobody() {
    passed(0, -5);
    passed(1, 2);
    assertThat(people(HALL, 2)).isEqualTo(2);
    assertThat(crowd.at(HALL, minute(2)).basis()).isEqualTo(Basis.DOOR);
  }

  @Test
  void aHandCountIsWhereTheDoorGoesOnFrom() {
    passed(0, 3);
    happened(10, 0, new Fact.HandCount("hall", 10, "demo"), 0);
    assertThat(crowd.at(HALL, minute(11)).basis()).isEqualTo(Basis.HAND);
    passed(12, -1);
    assertThat(crowd.at(HALL, minute(13))).isEqualTo(new Occupancy(9, Basis.DOOR, minute(12), 1));
  }

  @Test
  void aDoorThatSeesNobodyWhileCardsComeIsNotBelieved() {
    passed(0, 3);
    came(60, 1, HALL);
    assertThat(crowd.at(HALL, minute(61))).isEqualTo(new Occupancy(1, Basis.SCAN, minute(60), 0));
  }

  @Test
  void aPlaceThatNothingIsKnownOfSaysSo() {
    assertThat(crowd.at(HALL, minute(5))).isEqualTo(new Occupancy(0, Basis.NONE, 0, 0));
  }

  @Test
  void aDoorBetweenTwoRoomsTakesNobodyAwayAndMakesNobody() {
    passed(0, 8);
    passed(1, -3, "hall", "hall-room");
    assertThat(people(HALL, 2)).isEqualTo(5);
    assertThat(people(ROOM, 2)).isEqualTo(3);
    passed(3, 2, "hall", "hall-room");
    assertThat(people(HALL, 4) + people(ROOM, 4)).isEqualTo(8);
  }

  @Test
  void whoIsInAZoneIsInItsRoomAsWell() {
    came(0, 1, ROOM);
    happened(1, 0, new Fact.HandCount("corner", 4, "demo"), 0);
    assertThat(people(ROOM, 2)).isEqualTo(5);
    passed(3, 6, "room", "front");
    assertThat(people(ROOM, 4)).isEqualTo(6);
    passed(5, 2, "corner", "room-corner");
    assertThat(people(ROOM, 6)).isEqualTo(6);
  }

  @Test
  void aDoorThatSeesFewerThanHalfOfTheCardsIsNotBelieved() {
    passed(0, 1);
    for (int person = 1; person <= 8; person++) {
      came(person, person, HALL);
    }
    assertThat(crowd.at(HALL, minute(9)).basis()).isEqualTo(Basis.SCAN);
    assertThat(people(HALL, 9)).isEqualTo(8);
  }
}
