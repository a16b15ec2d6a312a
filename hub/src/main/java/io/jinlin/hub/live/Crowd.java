package io.jinlin.hub.live;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.Place;
import io.jinlin.hub.rooms.RoomModel;
import io.jinlin.hub.rooms.RoomRules;
import io.jinlin.hub.tally.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * How full places are on one day. Doors are believed before cards, since not everyone has a card
 * ({@link RoomModel} says how far); a door that sees nobody, or fewer than half of those whose
 * cards come, is not. Where there is no door, a hand count stands for as long as people stay as a
 * rule. Whoever is in a place that lies within another is in both.
 */
final class Crowd {

  /** Without a passage for so long, while cards come, a door is taken for blind. */
  static final long DOOR_BLIND_MS = 45 * Presence.MINUTE_MS;

  private static final long HOUR_MS = 60 * Presence.MINUTE_MS;

  /** Cards of an hour from which on it is asked whether the door saw them. */
  private static final int CARDS_TO_TELL = 6;

  private final Presence presence;
  private final Doors doors = new Doors();
  private final long startMillis;
  private final RoomRules rules;
  private final ToIntFunction<String> stays;
  private final Map<String, RoomModel> rooms = new HashMap<>();
  private final Map<String, List<Long>> cards = new HashMap<>();

  /**
   * A day's crowd.
   *
   * @param stays how long people stay in a place on average, in minutes
   */
  Crowd(long startMillis, RoomRules rules, ToIntFunction<String> stays) {
    this.presence = new Presence(startMillis);
    this.startMillis = startMillis;
    this.rules = rules;
    this.stays = stays;
  }

  private RoomModel room(String place) {
    return rooms.computeIfAbsent(
        place, id -> new RoomModel(startMillis, Math.max(1, stays.applyAsInt(id))));
  }

  /** A session in a place, to whose end people stay. */
  void session(String place, long fromMillis, long untilMillis) {
    room(place).session(fromMillis, untilMillis);
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
    long at = entry.atMillis();
    Optional<Subject> subject = entry.subject();
    if (fact instanceof Fact.Scan scan && subject.isPresent()) {
      boolean heard = scan.outcome() == Outcome.ACCEPTED || scan.outcome() == Outcome.ALREADY;
      if (heard && scan.isSighting()) {
        presence.arrived(subject.get(), scan.place(), at, untilMillis);
        cards.computeIfAbsent(scan.place(), none -> new ArrayList<>()).add(at);
      }
    } else if (fact instanceof Fact.Serving serving && eatsHere(serving)) {
      served(entry, serving, untilMillis);
    } else if (fact instanceof Fact.Departure && subject.isPresent()) {
      presence.left(subject.get(), fact.place(), at);
    } else if (fact instanceof Fact.Passage passage) {
      passed(passage, at);
    } else if (fact instanceof Fact.HandCount count) {
      doors.counted(count.place(), at, count.people());
      room(count.place()).counted(at, count.people());
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

  private void passed(Fact.Passage passage, long at) {
    boolean in = passage.direction() == Fact.Passage.Direction.IN;
    passed(passage.place(), at, in, passage.people());
    Optional<String> beyond = Optional.ofNullable(rules.doors().get(passage.door()));
    // Who goes from a hall into its own zone stays in the hall.
    if (beyond.isPresent() && !rules.isWithin(passage.place(), beyond.get())) {
      passed(beyond.get(), at, !in, passage.people());
    }
  }

  private void passed(String place, long at, boolean in, int people) {
    doors.passed(place, at);
    if (in) {
      room(place).cameIn(at, people);
    } else {
      room(place).wentOut(at, people);
    }
  }

  /** A child went home. */
  void left(Subject child, String place, long atMillis) {
    presence.left(child, place, atMillis);
  }

  /** How long people stayed where doors saw them, in minutes. */
  Map<String, Double> averageStays() {
    Map<String, Double> averages = new HashMap<>();
    rooms.forEach(
        (place, room) -> room.averageStay().ifPresent(minutes -> averages.put(place, minutes)));
    return averages;
  }

  Occupancy at(Place place, long atMillis) {
    return at(place.id(), place.dwellMinutes(), atMillis);
  }

  private Occupancy at(String place, int dwellMinutes, long atMillis) {
    Occupancy own = own(place, dwellMinutes, atMillis);
    Occupancy inner = inner(place, dwellMinutes, atMillis);
    if (inner.basis() == Basis.NONE) {
      return own;
    }
    if (own.basis() == Basis.DOOR || own.basis() == Basis.HAND) {
      return own.people() >= inner.people() ? own : inner;
    }
    return new Occupancy(
        own.people() + inner.people(),
        inner.basis(),
        Math.max(own.sinceMillis(), inner.sinceMillis()),
        own.doubt() + inner.doubt());
  }

  /** All that lies directly within a place. */
  private Occupancy inner(String outer, int dwellMinutes, long atMillis) {
    Occupancy sum = new Occupancy(0, Basis.NONE, 0, 0);
    for (Map.Entry<String, String> one : rules.within().entrySet()) {
      if (one.getValue().equals(outer)) {
        Occupancy inside = at(one.getKey(), dwellMinutes, atMillis);
        boolean surer = inside.basis().compareTo(sum.basis()) > 0;
        sum =
            new Occupancy(
                sum.people() + inside.people(),
                surer ? inside.basis() : sum.basis(),
                Math.max(sum.sinceMillis(), inside.sinceMillis()),
                sum.doubt() + inside.doubt());
      }
    }
    return sum;
  }

  private Occupancy own(String place, int dwellMinutes, long atMillis) {
    long counted = doors.newestCount(place, atMillis);
    long passed = doors.newestPassage(place, atMillis);
    long scanned = Math.min(presence.newest(place), atMillis);
    if (passed > 0 && scanned - passed <= DOOR_BLIND_MS && seesCards(place, atMillis)) {
      RoomModel room = room(place);
      return new Occupancy(
          room.people(atMillis),
          counted > passed ? Basis.HAND : Basis.DOOR,
          Math.max(counted, passed),
          room.doubt(atMillis));
    }
    int seen = presence.people(place, atMillis);
    if (counted > 0 && atMillis - counted < dwellMinutes * Presence.MINUTE_MS) {
      int people = doors.count(place, counted) + seen - presence.people(place, counted);
      return new Occupancy(Math.max(0, people), Basis.HAND, counted, 0);
    }
    return scanned > 0
        ? new Occupancy(seen, Basis.SCAN, scanned, 0)
        : new Occupancy(0, Basis.NONE, 0, 0);
  }

  /** Whether the door saw at least half of those whose cards came in the last hour. */
  private boolean seesCards(String place, long atMillis) {
    long from = atMillis - HOUR_MS;
    long came =
        cards.getOrDefault(place, List.of()).stream()
            .filter(at -> at > from && at <= atMillis)
            .count();
    return came < CARDS_TO_TELL || room(place).cameIn(from, atMillis) * 2L >= came;
  }
}
