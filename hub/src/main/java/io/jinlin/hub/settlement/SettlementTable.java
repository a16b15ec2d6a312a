package io.jinlin.hub.settlement;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.hub.ledger.What;
import io.jinlin.hub.residents.Entitlement;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The settlement's SQL for what it reads of people and meals. */
final class SettlementTable {
  private static final String MEALS =
      "SELECT c.subject, o.text, c.way, s.device, s.epoch, c.id & 0xFFFFFFFFFF FROM word o"
          + " JOIN counted c ON c.occasion = o.id JOIN source s ON s.id = c.id >> 40"
          + " WHERE o.text LIKE ";
  private static final String SERVINGS =
      "SELECT subject, device, epoch, seq, body FROM event WHERE NOT voided AND flags = 0 AND type"
          + " = "
          + What.type(FactType.SERVING);
  private static final String ENTITLEMENTS =
      "SELECT p.id, e.person, e.household, e.tier, e.valid_from, e.until, e.recorded"
          + " FROM entitlement e JOIN person p ON p.id = e.person OR p.household = e.household";

  private final Connection db;

  SettlementTable(Connection db) {
    this.db = db;
  }

  /** The portions of a month that count. */
  List<MealTaken> meals(YearMonth month) throws SQLException {
    String days = "meal:%:" + month + "-__";
    List<MealTaken> meals = Rows.all(db, MEALS + "?", SettlementTable::meal, days);
    return further(meals, " AND occasion LIKE ?", days);
  }

  /** All portions that count. */
  List<MealTaken> meals() throws SQLException {
    return further(Rows.all(db, MEALS + "'meal:%'", SettlementTable::meal), "");
  }

  /** The portions of a person that count, the newest first. */
  List<MealTaken> meals(long person) throws SQLException {
    List<MealTaken> own =
        Rows.all(
            db,
            MEALS + "'meal:%' AND c.subject = ? ORDER BY substr(o.text, -10) DESC, o.text DESC",
            SettlementTable::meal,
            person);
    List<MealTaken> meals = further(own, " AND subject = ?", person);
    meals.sort(Comparator.comparing(MealTaken::day).reversed());
    return meals;
  }

  /** The same and what staff served beyond one meal a person: each portion for itself. */
  private List<MealTaken> further(List<MealTaken> own, String where, Object... values)
      throws SQLException {
    List<MealTaken> meals = new ArrayList<>(own);
    Rows.all(
        db,
        SERVINGS + where,
        row -> {
          Served served = served(row);
          Optional<Event> event = EventCodec.decode(row.getBytes(5)).toOptional();
          event.map(Event::fact).ifPresent(fact -> add(meals, served, fact));
          return served;
        },
        values);
    return meals;
  }

  private record Served(OptionalLong person, String event) {}

  private static Served served(ResultSet row) throws SQLException {
    long person = row.getLong(1);
    OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(person);
    return new Served(known, row.getString(2) + "/" + row.getString(3) + "/" + row.getLong(4));
  }

  private static void add(List<MealTaken> meals, Served served, Fact fact) {
    if (fact instanceof Fact.Serving serving && !serving.isOnce()) {
      Occasion occasion = serving.occasion();
      MealTaken one =
          new MealTaken(
              served.person(),
              occasion.id(),
              occasion.date(),
              Optional.of(serving.way()),
              Optional.of(serving.kind()),
              served.event());
      meals.addAll(Collections.nCopies(serving.portions(), one));
    }
  }

  private static MealTaken meal(ResultSet row) throws SQLException {
    Object subject = row.getObject(1);
    String text = row.getString(2);
    Occasion occasion =
        Occasion.parse(text).orElseThrow(() -> new SQLException("no occasion: " + text));
    int way = row.getInt(3);
    return new MealTaken(
        subject instanceof Number person
            ? OptionalLong.of(person.longValue())
            : OptionalLong.empty(),
        occasion.id(),
        occasion.date(),
        What.wayOf(way) == 0 ? Optional.empty() : Optional.of(Way.values()[What.wayOf(way) - 1]),
        What.kindOf(way),
        row.getString(4) + "/" + row.getString(5) + "/" + row.getLong(6));
  }

  /** What of everybody decides prices, by person. */
  Map<Long, Diner> diners() throws SQLException {
    Map<Long, List<Entitlement>> held = new HashMap<>();
    Rows.all(
        db,
        ENTITLEMENTS,
        row ->
            held.computeIfAbsent(row.getLong(1), none -> new ArrayList<>()).add(entitlement(row)));
    Map<Long, Diner> diners = new HashMap<>();
    Rows.all(
        db,
        "SELECT id, born FROM person",
        row ->
            diners.put(
                row.getLong(1),
                new Diner(
                    LocalDate.parse(row.getString(2)),
                    held.getOrDefault(row.getLong(1), List.of()))));
    return diners;
  }

  /** What of one person decides prices; empty when there is no such person. */
  Optional<Diner> diner(long person) throws SQLException {
    List<LocalDate> born =
        Rows.all(
            db,
            "SELECT born FROM person WHERE id = ?",
            row -> LocalDate.parse(row.getString(1)),
            person);
    if (born.isEmpty()) {
      return Optional.empty();
    }
    List<Entitlement> held =
        Rows.all(db, ENTITLEMENTS + " WHERE p.id = ?", SettlementTable::entitlement, person);
    return Optional.of(new Diner(born.get(0), held));
  }

  private static Entitlement entitlement(ResultSet row) throws SQLException {
    long person = row.getLong(2);
    Entitlement.Holder holder =
        row.wasNull()
            ? new Entitlement.Holder.OfHousehold(row.getLong(3))
            : new Entitlement.Holder.OfPerson(person);
    return new Entitlement(
        holder,
        Words.of(Entitlement.Tier.class, row.getString(4)),
        LocalDate.parse(row.getString(5)),
        Optional.ofNullable(row.getString(6)).map(LocalDate::parse),
        Instant.ofEpochMilli(row.getLong(7)));
  }
}
