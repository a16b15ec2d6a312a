package io.jinlin.hub.attendance;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.hub.cards.Card;
import io.jinlin.hub.cards.Cards;
import io.jinlin.hub.collection.Collector;
import io.jinlin.hub.collection.Collectors;
import io.jinlin.hub.collection.Standing;
import io.jinlin.hub.ledger.What;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.residents.People;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Residents;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts {@link Pickups} together from the ledger and what was decided about collecting. A collection
 * that a kiosk opened is asked about again: without a network it may not know of a ban yet.
 */
final class PickupsMaker {
  private static final String EVENTS =
      "SELECT device, epoch, seq, at, type, body FROM event WHERE at >= ? AND at < ? AND place = ?"
          + " AND NOT voided AND (type IN ("
          + What.type(FactType.COLLECTION)
          + ", "
          + What.type(FactType.HAND_OVER)
          + ") OR type = "
          + What.type(FactType.SCAN)
          + " AND outcome IN ("
          + What.outcome(Outcome.SEE_STAFF)
          + ", "
          + What.outcome(Outcome.ACCEPTED)
          + ")) ORDER BY at, id";
  private static final String GONE =
      "SELECT 1 FROM attendance_mark WHERE session = ? AND person = ? AND mark IN (?, ?)";

  private final Connection db;
  private final Places places;
  private final LocalDate today;
  private final Collectors collectors;
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final Map<CardRef, Turned> turned = new LinkedHashMap<>();
  private final Set<String> handedOver = new HashSet<>();
  private final Set<Long> seen = new HashSet<>();

  PickupsMaker(Connection db, Places places, LocalDate today) {
    this.db = db;
    this.places = places;
    this.today = today;
    this.collectors = new Collectors(db, today);
  }

  private record Happened(EventId event, long atMillis, Optional<Fact> fact) {}

  private record Asked(EventId event, long atMillis, Fact.Collection fact) {}

  /** A card that was refused. */
  private record Turned(
      EventId event,
      String place,
      long atMillis,
      Optional<Standing> why,
      Set<String> children,
      int times) {}

  Pickups now() throws SQLException {
    long from = today.atStartOfDay(places.site().zone()).toInstant().toEpochMilli();
    long until = today.plusDays(1).atStartOfDay(places.site().zone()).toInstant().toEpochMilli();
    for (Place place : places.places()) {
      if (place.service() == Service.SCHOOL) {
        List<Happened> events =
            Rows.all(db, EVENTS, PickupsMaker::happened, from, until, place.id());
        for (Happened one : events) {
          if (one.fact.isPresent()) {
            take(one, one.fact.get());
          }
        }
      }
    }
    List<Pickups.HandOver> open = new ArrayList<>();
    for (Asked one : asked.values()) {
      handOver(one).ifPresent(open::add);
    }
    return new Pickups(open, refused());
  }

  private static Happened happened(ResultSet row) throws SQLException {
    return new Happened(
        new EventId(row.getString(1), row.getString(2), row.getLong(3)),
        row.getLong(4),
        EventCodec.decode(row.getBytes(6)).toOptional().map(Event::fact));
  }

  private void take(Happened one, Fact fact) throws SQLException {
    if (fact instanceof Fact.Collection collection) {
      asked.put(
          collection.occasion().text() + "/" + collection.ref().text(),
          new Asked(one.event, one.atMillis, collection));
    } else if (fact instanceof Fact.HandOver over) {
      Optional<Long> child = person(over.child());
      child.ifPresent(person -> handedOver.add(over.occasion().text() + "/" + person));
    } else if (fact instanceof Fact.Scan scan && scan.outcome() == Outcome.ACCEPTED) {
      person(scan.ref()).ifPresent(seen::add);
    } else if (fact instanceof Fact.Scan scan) {
      turn(scan.ref(), one.event, scan.place(), one.atMillis, Optional.empty(), "");
    }
  }

  private Optional<Long> person(CardRef ref) throws SQLException {
    return new Cards(db).find(ref).map(Card::person);
  }

  private Optional<Pickups.HandOver> handOver(Asked one) throws SQLException {
    Fact.Collection fact = one.fact;
    Collector adult = collectors.find(fact.ref());
    List<Pickups.Child> children = new ArrayList<>();
    for (CardRef ref : new LinkedHashSet<>(fact.children())) {
      Optional<Long> person = person(ref);
      if (person.isEmpty() || isGone(fact.occasion(), person.get())) {
        continue;
      }
      long child = person.get();
      Standing standing = collectors.standing(adult, child, one.atMillis);
      if (standing == Standing.MAY) {
        String relation = collectors.relation(adult, child);
        children.add(
            new Pickups.Child(
                ref, child, name(child), relation, seen.contains(child), collectors.bans(child)));
      } else {
        turn(fact.ref(), one.event, fact.place(), one.atMillis, Optional.of(standing), name(child));
      }
    }
    return children.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Pickups.HandOver(
                one.event, fact.place(), fact.occasion(), adult, one.atMillis, children));
  }

  private boolean isGone(Occasion occasion, long child) throws SQLException {
    return handedOver.contains(occasion.text() + "/" + child)
        || Rows.number(
                db, GONE, occasion.id(), child, Words.of(Mark.COLLECTED), Words.of(Mark.ALONE))
            > 0;
  }

  private String name(long person) throws SQLException {
    return new Residents(db).find(person).map(Person::name).orElse(People.NOBODY);
  }

  private void turn(
      CardRef ref, EventId event, String place, long atMillis, Optional<Standing> why, String child)
      throws SQLException {
    if (atMillis <= collectors.seenUpTo(ref)) {
      return;
    }
    Turned before = turned.get(ref);
    Set<String> children = new LinkedHashSet<>();
    if (before != null) {
      children.addAll(before.children);
    }
    if (!child.isEmpty()) {
      children.add(child);
    }
    boolean sameEvent = before != null && before.event.equals(event);
    int times = before == null ? 1 : before.times + (sameEvent ? 0 : 1);
    turned.put(
        ref,
        before == null || atMillis >= before.atMillis
            ? new Turned(event, place, atMillis, why, children, times)
            : new Turned(before.event, before.place, before.atMillis, before.why, children, times));
  }

  private List<Pickups.Refused> refused() throws SQLException {
    List<Pickups.Refused> refused = new ArrayList<>();
    for (Map.Entry<CardRef, Turned> entry : turned.entrySet()) {
      Turned one = entry.getValue();
      Collector adult = collectors.find(entry.getKey());
      Standing why = one.why.isPresent() ? one.why.get() : collectors.refusal(adult, one.atMillis);
      refused.add(
          new Pickups.Refused(
              one.event,
              one.place,
              adult,
              why,
              one.atMillis,
              List.copyOf(one.children),
              one.times));
    }
    refused.sort((a, b) -> Long.compare(b.atMillis(), a.atMillis()));
    return refused;
  }
}
