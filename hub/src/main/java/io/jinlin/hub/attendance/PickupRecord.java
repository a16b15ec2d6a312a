package io.jinlin.hub.attendance;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.hub.cards.Cards;
import io.jinlin.hub.collection.Collector;
import io.jinlin.hub.collection.Collectors;
import io.jinlin.hub.ledger.What;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of one child at the school: who brought it, who came for it, to whom it was handed,
 * when, by which card, and what teachers marked. Within the transaction of the connection.
 */
public final class PickupRecord {
  private static final String EVENTS =
      "SELECT at, body, voided FROM event WHERE at >= ? AND at < ? AND place = ?"
          + " AND (subject = ? OR type IN ("
          + What.type(FactType.COLLECTION)
          + ", "
          + What.type(FactType.HAND_OVER)
          + ")) ORDER BY at, id";
  private static final String MARKS =
      "SELECT mark, at, by, note FROM attendance_mark WHERE person = ? AND at >= ? AND at < ?"
          + " AND mark != 'present' ORDER BY at";

  private final Connection db;
  private final Places places;
  private final Collectors collectors;

  PickupRecord(Connection db, Places places, LocalDate today) {
    this.db = db;
    this.places = places;
    this.collectors = new Collectors(db, today);
  }

  /**
   * One thing that happened.
   *
   * @param what {@code arrived}, {@code left}, {@code asked} (an adult came; nobody is released by
   *     it), {@code handed-over}, or a {@link Mark}
   * @param who the adult; empty for the child alone
   * @param relation an identifier or the words on a code; empty for none
   * @param card the last digits of the number on the card, {@code code} for a delegate's code;
   *     empty for none
   * @param by the account of whoever pressed or marked; empty for a card alone
   * @param takenBack whether staff took it back
   */
  public record Line(
      long atMillis,
      String what,
      String who,
      String relation,
      String card,
      String by,
      String note,
      boolean takenBack) {
    /** Without the name. */
    @Override
    public String toString() {
      return "Line[" + what + "]";
    }
  }

  private record Happened(long atMillis, Optional<Fact> fact, boolean voided) {}

  /** Of a child, from a day to another, both included; oldest first. */
  List<Line> of(long child, LocalDate from, LocalDate until) throws SQLException {
    long first = from.atStartOfDay(places.site().zone()).toInstant().toEpochMilli();
    long last = until.plusDays(1).atStartOfDay(places.site().zone()).toInstant().toEpochMilli();
    List<CardRef> own = new Cards(db).of(child).stream().map(card -> card.keys().ref()).toList();
    List<Line> lines = new ArrayList<>();
    for (Place place : places.places()) {
      if (place.service() == Service.SCHOOL) {
        for (Happened one : events(first, last, place.id(), child)) {
          if (one.fact.isPresent()) {
            line(one, one.fact.get(), own, child).ifPresent(lines::add);
          }
        }
      }
    }
    lines.addAll(
        Rows.all(
            db,
            MARKS,
            row ->
                new Line(
                    row.getLong(2),
                    row.getString(1),
                    "",
                    "",
                    "",
                    row.getString(3),
                    row.getString(4),
                    false),
            child,
            first,
            last));
    lines.sort(Comparator.comparingLong(Line::atMillis));
    return lines;
  }

  private List<Happened> events(long from, long until, String place, long child)
      throws SQLException {
    return Rows.all(
        db,
        EVENTS,
        row ->
            new Happened(
                row.getLong(1),
                EventCodec.decode(row.getBytes(2)).toOptional().map(Event::fact),
                row.getBoolean(3)),
        from,
        until,
        place,
        child);
  }

  private Optional<Line> line(Happened one, Fact fact, List<CardRef> own, long child)
      throws SQLException {
    if (fact instanceof Fact.Scan scan && scan.outcome() == Outcome.ACCEPTED) {
      boolean hand = scan.input() == Input.HAND;
      String note = hand ? Words.of(Mark.PRESENT) : "";
      return Optional.of(
          alone(one, "arrived", hand ? "" : collectors.find(scan.ref()).cardEnd(), note));
    }
    if (fact instanceof Fact.Departure departure) {
      return Optional.of(alone(one, "left", collectors.find(departure.ref()).cardEnd(), ""));
    }
    if (fact instanceof Fact.Collection asked
        && asked.children().stream().anyMatch(own::contains)) {
      return Optional.of(adult(one, "asked", asked.ref(), child, ""));
    }
    if (fact instanceof Fact.HandOver over && own.contains(over.child())) {
      return Optional.of(adult(one, "handed-over", over.adult(), child, over.by()));
    }
    return Optional.empty();
  }

  private static Line alone(Happened one, String what, String card, String note) {
    return new Line(one.atMillis, what, "", "", card, "", note, one.voided);
  }

  private Line adult(Happened one, String what, CardRef ref, long child, String by)
      throws SQLException {
    Collector adult = collectors.find(ref);
    String card = adult.code().isPresent() ? "code" : adult.cardEnd();
    return new Line(
        one.atMillis,
        what,
        adult.name(),
        collectors.relation(adult, child),
        card,
        by,
        "",
        one.voided);
  }
}
