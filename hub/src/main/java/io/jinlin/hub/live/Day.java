package io.jinlin.hub.live;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.page.Session;
import io.jinlin.hub.canteen.Kitchen;
import io.jinlin.hub.clinic.ClinicDay;
import io.jinlin.hub.ledger.Subjects;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.rooms.RoomRules;
import io.jinlin.hub.tally.Subject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What happened on one day, as far as the ledger's own tables do not say it: who is where, who
 * waits, who calls. Made from the events of the day in any order; not safe for several threads.
 */
final class Day {

  /** How many of the latest events are shown. */
  static final int LATEST = 20;

  /** How many of the latest events of the canteen the counter sees. */
  static final int COUNTER = 16;

  private final LocalDate date;
  private final Places places;
  private final Subjects subjects;
  private final Map<String, Session> sessions = new HashMap<>();
  private final Map<String, Place> placesById = new HashMap<>();
  private final long startMillis;
  private final long endMillis;
  private final Crowd crowd;
  private final HelpCalls help = new HelpCalls();
  private final HandOvers handOvers = new HandOvers();
  private final ClinicDay clinic = new ClinicDay();
  private final Set<Subject> attendants = new HashSet<>();
  private final Deque<Entry> latest = new ArrayDeque<>();
  private final Deque<Entry> counter = new ArrayDeque<>();
  private final Kitchen kitchen = new Kitchen();

  /**
   * An empty day.
   *
   * @param stays how long people stay in a place on average, in minutes
   */
  Day(
      LocalDate date,
      Places places,
      List<Session> sessions,
      Subjects subjects,
      RoomRules rules,
      ToIntFunction<String> stays) {
    this.date = date;
    this.places = places;
    this.subjects = subjects;
    ZoneId zone = places.site().zone();
    this.startMillis = date.atStartOfDay(zone).toInstant().toEpochMilli();
    this.endMillis = date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    this.crowd = new Crowd(startMillis, rules, stays);
    sessions.forEach(session -> this.sessions.put(session.id(), session));
    for (Session session : sessions) {
      crowd.session(
          session.place(),
          session.starts().atZone(zone).toInstant().toEpochMilli(),
          session.ends().atZone(zone).toInstant().toEpochMilli());
    }
    places.places().forEach(place -> placesById.put(place.id(), place));
  }

  /** Takes in an event; one of another day changes nothing but the list of the latest. */
  void apply(Entry entry) {
    if (!(entry.fact() instanceof Fact.Passage)) {
      latest.addFirst(entry);
      if (latest.size() > LATEST) {
        latest.removeLast();
      }
    }
    if (entry.atMillis() < startMillis || entry.atMillis() >= endMillis) {
      return;
    }
    crowd.apply(entry, stays(entry));
    help.apply(entry);
    handOvers.apply(entry);
    counter(entry);
    if (entry.voided()) {
      clinic.takenBack(entry.fact());
    } else if (!entry.doubtful()) {
      clinic.apply(entry.event(), entry.atMillis(), entry.fact(), entry.subject());
    }
    if (entry.fact() instanceof Fact.Scan scan) {
      scanned(entry, scan);
    } else if (entry.fact() instanceof Fact.Stock stock && !entry.voided()) {
      kitchen.apply(stock, entry.atMillis(), entry.event());
    } else if (entry.fact() instanceof Fact.HandOver handOver && !entry.voided()) {
      OptionalLong child = subjects.personOf(handOver.child());
      Subject subject =
          child.isPresent()
              ? new Subject.Person(child.getAsLong())
              : new Subject.Card(handOver.child());
      crowd.left(subject, handOver.place(), entry.atMillis());
    }
  }

  /** What the counter of a canteen sees go by. */
  private void counter(Entry entry) {
    Place place = placesById.get(entry.fact().place());
    boolean meal = entry.fact() instanceof Fact.Scan || entry.fact() instanceof Fact.Serving;
    if (meal && place != null && place.service() == Service.CANTEEN) {
      counter.addFirst(entry);
      if (counter.size() > COUNTER) {
        counter.removeLast();
      }
    }
    if (entry.fact() instanceof Fact.Serving && !entry.voided()) {
      entry.subject().ifPresent(attendants::add);
    }
  }

  private void scanned(Entry entry, Fact.Scan scan) {
    if (scan.outcome() != Outcome.ACCEPTED || entry.voided() || entry.doubtful()) {
      return;
    }
    Occasion occasion = scan.occasion().orElseThrow();
    boolean came = occasion.kind() != Occasion.Kind.VISIT && scan.isSighting();
    if (came && occasion.date().equals(date)) {
      entry.subject().ifPresent(attendants::add);
    }
  }

  /** As long as people stay at the place as a rule, or to the end of the session they came for. */
  private long stays(Entry entry) {
    Place place = placesById.get(entry.fact().place());
    long dwell = place == null ? 0 : place.dwellMinutes() * Presence.MINUTE_MS;
    long until = entry.atMillis() + dwell;
    if (entry.fact() instanceof Fact.Scan scan && scan.occasion().isPresent()) {
      Session session = sessions.get(scan.occasion().get().id());
      if (session != null) {
        ZoneId zone = places.site().zone();
        return Math.max(until, session.ends().atZone(zone).toInstant().toEpochMilli());
      }
    }
    return until;
  }

  LocalDate date() {
    return date;
  }

  long startMillis() {
    return startMillis;
  }

  long endMillis() {
    return endMillis;
  }

  Places places() {
    return places;
  }

  List<Session> sessions() {
    return sessions.values().stream()
        .sorted(Comparator.comparing(Session::starts).thenComparing(Session::id))
        .toList();
  }

  Crowd crowd() {
    return crowd;
  }

  HelpCalls help() {
    return help;
  }

  HandOvers handOvers() {
    return handOvers;
  }

  ClinicDay clinic() {
    return clinic;
  }

  Kitchen kitchen() {
    return kitchen;
  }

  /** The canteen's events that arrived last, newest first. */
  List<Entry> counter() {
    return List.copyOf(counter);
  }

  /** Different people who came to a meal, a session or the clinic. */
  int people() {
    return attendants.size();
  }

  /** The events that arrived last, newest first. */
  List<Entry> latest() {
    return List.copyOf(latest);
  }
}
