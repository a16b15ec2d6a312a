package io.jinlin.hub.live;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.Place;
import io.jinlin.hub.tally.Subject;
import java.util.Optional;

/**
 * How full places are on one day. Doors are believed before cards, since not everyone has a card; a
 * hand count stands until the door moves on from it, or, where there is no door, for as long as
 * people stay as a rule.
 */
final class Crowd {

  /** Without a passage for so long, while cards come, a door is taken for blind. */
  static final long DOOR_BLIND_MS = 45 * Presence.MINUTE_MS;

  private final Presence presence;
  private final Doors doors = new Doors();

  Crowd(long startMillis) {
    this.presence = new Presence(startMillis);
  }

  /**
   * Takes in what happened.
   *
   * @param untilMillis how long a card on the way in stands for its person
   */
  void apply(Entry entry, long untilMillis) {
    Fact fact = entry.fact();
    if (entry.voided() || entry.doubtful()) {
      return;
    }
    Optional<Subject> subject = entry.subject();
    if (fact instanceof Fact.Scan scan && subject.isPresent()) {
      boolean heard = scan.outcome() == Outcome.ACCEPTED || scan.outcome() == Outcome.ALREADY;
      if (heard && scan.isSighting()) {
        presence.arrived(subject.get(), scan.place(), entry.atMillis(), untilMillis);
      }
    } else if (fact instanceof Fact.Serving serving && eatsHere(serving)) {
      served(entry, serving, untilMillis);
    } else if (fact instanceof Fact.Departure && subject.isPresent()) {
      presence.left(subject.get(), fact.place(), entry.atMillis());
    } else if (fact instanceof Fact.Passage passage) {
      boolean in = passage.direction() == Fact.Passage.Direction.IN;
      doors.passed(passage.place(), entry.atMillis(), in ? passage.people() : -passage.people());
    } else if (fact instanceof Fact.HandCount count) {
      doors.counted(count.place(), entry.atMillis(), count.people());
    }
  }

  private static boolean eatsHere(Fact.Serving serving) {
    return serving.way() == Way.DINE_IN && serving.kind() != Fact.Serving.Kind.SECOND_PORTION;
  }

  /** Guests have no card: each portion is somebody of its own. */
  private void served(Entry entry, Fact.Serving serving, long untilMillis) {
    if (entry.subject().isPresent()) {
      presence.arrived(entry.subject().get(), serving.place(), entry.atMillis(), untilMillis);
      return;
    }
    for (int guest = 0; guest < serving.portions(); guest++) {
      CardRef nobody =
          new CardRef(entry.event().epoch().hashCode(), entry.event().seq() << 8 | guest);
      presence.arrived(new Subject.Card(nobody), serving.place(), entry.atMillis(), untilMillis);
    }
  }

  /** A child went home. */
  void left(Subject child, String place, long atMillis) {
    presence.left(child, place, atMillis);
  }

  Occupancy at(Place place, long atMillis) {
    long counted = doors.newestCount(place.id(), atMillis);
    long passed = doors.newestPassage(place.id(), atMillis);
    long scanned = Math.min(presence.newest(place.id()), atMillis);
    boolean blind = scanned - passed > DOOR_BLIND_MS;
    if (passed > 0 && !blind) {
      int base = counted > 0 ? doors.count(place.id(), counted) : 0;
      int people = doors.after(place.id(), base, counted, atMillis);
      return new Occupancy(
          people, counted > passed ? Basis.HAND : Basis.DOOR, Math.max(counted, passed));
    }
    int cards = presence.people(place.id(), atMillis);
    if (counted > 0 && atMillis - counted < place.dwellMinutes() * Presence.MINUTE_MS) {
      int people = doors.count(place.id(), counted) + cards - presence.people(place.id(), counted);
      return new Occupancy(Math.max(0, people), Basis.HAND, counted);
    }
    return scanned > 0
        ? new Occupancy(cards, Basis.SCAN, scanned)
        : new Occupancy(0, Basis.NONE, 0);
  }
}
