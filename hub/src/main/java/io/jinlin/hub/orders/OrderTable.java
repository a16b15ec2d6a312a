package io.jinlin.hub.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.hub.ledger.What;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SQL of orders and visits. */
final class OrderTable {
  private static final String CUT_OFFS = "orders.cut-offs";
  private static final String DELIVERED =
      "SELECT device, epoch, seq, body FROM event WHERE subject = ? AND occasion = ? AND NOT voided"
          + (" AND type = " + What.type(FactType.SERVING));
  private static final String DOORS =
      "SELECT p.id, p.name, p.phone, h.phase, h.block, h.stair, h.room FROM person p"
          + " LEFT JOIN household h ON h.id = p.household";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection db;

  OrderTable(Connection db) {
    this.db = db;
  }

  /** Does what an entry says; a second time is the same as once. */
  void apply(OrderDeed deed) throws SQLException {
    if (deed instanceof OrderDeed.Placed placed) {
      Rows.change(
          db,
          "INSERT INTO meal_order (id, person, body, by_account, at) VALUES (?, ?, ?, ?, ?)"
              + " ON CONFLICT DO NOTHING",
          placed.order().id(),
          placed.order().person(),
          OrderJson.of(placed.order()).toString(),
          placed.by(),
          placed.atMillis());
    } else if (deed instanceof OrderDeed.Ended ended) {
      Rows.change(
          db, "UPDATE meal_order SET ends = ? WHERE id = ?", ended.end().toString(), ended.order());
    } else if (deed instanceof OrderDeed.Skipped skipped) {
      Rows.change(
          db,
          "INSERT INTO order_skip (meal_order, day, again) VALUES (?, ?, ?)"
              + " ON CONFLICT (meal_order, day) DO UPDATE SET again = excluded.again",
          skipped.order(),
          skipped.day().toString(),
          skipped.again() ? 1 : 0);
    } else if (deed instanceof OrderDeed.Paused paused) {
      Rows.change(
          db,
          "INSERT INTO order_pause (id, person, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
          paused.pause().id(),
          paused.pause().person(),
          OrderJson.of(paused.pause()).toString());
    } else if (deed instanceof OrderDeed.Resumed resumed) {
      Rows.change(
          db,
          "UPDATE order_pause SET ends = ? WHERE id = ?",
          resumed.end().toString(),
          resumed.pause());
    } else {
      applyDoor(deed);
    }
  }

  private void applyDoor(OrderDeed deed) throws SQLException {
    if (deed instanceof OrderDeed.Visited visited) {
      Visit visit = visited.visit();
      Rows.change(
          db,
          "INSERT INTO door_visit (key, occasion, person, at, body) VALUES (?, ?, ?, ?, ?)"
              + " ON CONFLICT DO NOTHING",
          visit.key(),
          visit.occasion().text(),
          visit.person(),
          visit.atMillis(),
          OrderJson.of(visit).toString());
    } else if (deed instanceof OrderDeed.Tried tried) {
      Rows.change(
          db,
          "INSERT INTO door_step (key, occasion, person, at, body) VALUES (?, ?, ?, ?, ?)"
              + " ON CONFLICT DO NOTHING",
          tried.step().key(),
          tried.occasion().text(),
          tried.person(),
          tried.step().atMillis(),
          OrderJson.of(tried.step()).toString());
    } else if (deed instanceof OrderDeed.CutOffsSet set) {
      Rows.change(
          db,
          "INSERT INTO meta (key, value) VALUES (?, ?)"
              + " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
          CUT_OFFS,
          OrderJson.of(set.cutOffs()).toString());
    }
  }

  OrderBook book() throws SQLException {
    List<Order> orders =
        Rows.all(
            db,
            "SELECT id, body, ends FROM meal_order ORDER BY at, id",
            row -> order(row.getString(1), row.getString(2), row.getString(3)));
    Set<OrderBook.Skip> skips =
        new HashSet<>(
            Rows.all(
                db,
                "SELECT meal_order, day FROM order_skip WHERE again = 0",
                row -> new OrderBook.Skip(row.getString(1), LocalDate.parse(row.getString(2)))));
    List<Pause> pauses =
        Rows.all(
            db,
            "SELECT id, body, ends FROM order_pause ORDER BY id",
            row -> pause(row.getString(1), row.getString(2), row.getString(3)));
    Map<Long, LocalDate> gone = new HashMap<>();
    Rows.all(
        db,
        "SELECT id, died FROM person WHERE died IS NOT NULL"
            + " AND id IN (SELECT person FROM meal_order)",
        row -> gone.put(row.getLong(1), LocalDate.parse(row.getString(2))));
    return new OrderBook(orders, skips, pauses, gone);
  }

  private static Order order(String id, String body, @Nullable String ends) throws SQLException {
    Order order = OrderJson.order(json(body), id);
    if (ends == null) {
      return order;
    }
    return order.endingOn(LocalDate.parse(ends));
  }

  private static Pause pause(String id, String body, @Nullable String ends) throws SQLException {
    Pause pause = OrderJson.pause(json(body), id);
    if (ends == null) {
      return pause;
    }
    LocalDate end = LocalDate.parse(ends);
    LocalDate until = end.isBefore(pause.from()) ? pause.from() : end;
    return new Pause(id, pause.person(), pause.from(), Optional.of(until), pause.reason());
  }

  /** The last visit of each person for a meal. */
  Map<Long, Visit> visits(Occasion occasion) throws SQLException {
    Map<Long, Visit> visits = new LinkedHashMap<>();
    Rows.all(
        db,
        "SELECT person, body FROM door_visit WHERE occasion = ? ORDER BY at, key",
        row -> visits.put(row.getLong(1), OrderJson.visit(json(row.getString(2)))),
        occasion.text());
    return visits;
  }

  /** Whether a visit is stored already. */
  boolean hasVisit(String key) throws SQLException {
    return Rows.number(db, "SELECT count(*) FROM door_visit WHERE key = ?", key) != 0;
  }

  /** The servings of a delivered meal that count, as a rule one at most. */
  List<EventId> delivered(Occasion occasion, long person) throws SQLException {
    List<Optional<EventId>> found =
        Rows.all(
            db,
            DELIVERED,
            row -> {
              EventId id = new EventId(row.getString(1), row.getString(2), row.getLong(3));
              Optional<Event> event = EventCodec.decode(row.getBytes(4)).toOptional();
              return event.map(Event::fact).filter(OrderTable::isDelivered).map(serving -> id);
            },
            person,
            occasion.text());
    return found.stream().flatMap(Optional::stream).toList();
  }

  private static boolean isDelivered(Fact fact) {
    return fact instanceof Fact.Serving serving && serving.kind() == Fact.Serving.Kind.DELIVERED;
  }

  /** The doors of all who ever ordered. */
  Doors doors() throws SQLException {
    return new Doors(
        Rows.all(db, DOORS + " WHERE p.id IN (SELECT person FROM meal_order)", OrderTable::door));
  }

  /** The door of a person; empty for a number that nobody has. */
  Optional<Door> door(long person) throws SQLException {
    return Rows.all(db, DOORS + " WHERE p.id = ?", OrderTable::door, person).stream().findFirst();
  }

  private static Door door(ResultSet row) throws SQLException {
    return new Door(
        row.getLong(1),
        row.getString(2),
        Optional.ofNullable(row.getString(3)).orElse(""),
        row.getInt(4),
        row.getInt(5),
        row.getInt(6),
        row.getInt(7));
  }

  /** What was tried for a person after a visit without an answer, in order. */
  List<DoorTask.Step> steps(Occasion occasion, long person) throws SQLException {
    return Rows.all(
        db,
        "SELECT body FROM door_step WHERE occasion = ? AND person = ? ORDER BY at, key",
        row -> OrderJson.step(json(row.getString(1))),
        occasion.text(),
        person);
  }

  Map<String, CutOff> cutOffs() throws SQLException {
    List<String> found =
        Rows.all(db, "SELECT value FROM meta WHERE key = ?", row -> row.getString(1), CUT_OFFS);
    return found.isEmpty() ? Map.of() : OrderJson.cutOffs(json(found.get(0)));
  }

  private static JsonNode json(String body) throws SQLException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new SQLException("a stored order is no JSON", e);
    }
  }
}
