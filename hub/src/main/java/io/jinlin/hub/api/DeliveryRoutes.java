package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.Place;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.orders.DoorTask;
import io.jinlin.hub.orders.Order;
import io.jinlin.hub.orders.Orders;
import io.jinlin.hub.orders.Visit;
import io.jinlin.hub.store.Rows;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Meals brought to doors: the volunteers' list, what happened, and the doors nobody opened. */
final class DeliveryRoutes {
  /** How late something can be sent in, in milliseconds: a phone that was off over a weekend. */
  private static final int MAX_AGE_MS = (int) Duration.ofDays(4).toMillis();

  private static final String LIVING_CARD =
      "SELECT ref FROM card WHERE person = ? AND revoked IS NULL ORDER BY issued DESC LIMIT 1";

  /** They name people and doors. */
  private static final Handler<RoutingContext> READERS =
      Guard.only(Role.DIRECTOR, Role.STAFF, Role.AUDITOR);

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final Orders orders;

  DeliveryRoutes(Exchange exchange, Guard guard, Api.Parts parts, Orders orders) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.orders = orders;
  }

  void mount(Router router) {
    for (String path : List.of("/visit", "/step")) {
      router
          .post("/api/deliveries" + path)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(guard::mayChange);
    }
    router.get("/api/deliveries").handler(guard::signedIn).handler(READERS).handler(this::list);
    router
        .get("/api/deliveries/tasks")
        .handler(guard::signedIn)
        .handler(READERS)
        .handler(this::tasks);
    router.post("/api/deliveries/visit").handler(this::visit);
    router.post("/api/deliveries/step").handler(this::step);
  }

  private void list(RoutingContext context) {
    Query query = new Query(context.queryParams());
    String meal = query.text("meal").orElse("lunch");
    LocalDate day = query.day("day").orElseGet(orders::today);
    Place canteen = Canteens.of(parts.places(), meal);
    exchange.later(
        context,
        () -> {
          Occasion occasion = new Occasion(Occasion.Kind.MEAL, meal, day);
          List<Order> delivered =
              orders.book().on(day, meal).stream()
                  .filter(order -> order.way() == Way.DELIVER)
                  .toList();
          return OrderViews.deliveries(occasion, delivered, orders.visits(occasion), orders.doors())
              .put("place", canteen.id());
        },
        view -> view);
  }

  private void tasks(RoutingContext context) {
    LocalDate day = new Query(context.queryParams()).day("day").orElseGet(orders::today);
    exchange.later(
        context,
        () -> {
          List<DoorTask> tasks = new ArrayList<>();
          List<Visit> notes = new ArrayList<>();
          for (String meal : Canteens.meals(parts.places())) {
            Occasion occasion = new Occasion(Occasion.Kind.MEAL, meal, day);
            tasks.addAll(orders.tasks(occasion));
            orders.visits(occasion).values().stream()
                .filter(visit -> !visit.note().isEmpty())
                .forEach(notes::add);
          }
          return OrderViews.tasks(tasks, notes, orders.doors(), parts.clock().millis());
        },
        view -> view);
  }

  private void visit(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Occasion occasion = occasion(body);
    int person = Json.integer(body, "person", 1, Integer.MAX_VALUE);
    long at = parts.clock().millis() - age(body);
    String key = Json.text(body, "key");
    String note = Json.optionalText(body, "note").orElse("").strip();
    String by = by(context);
    Visit visit =
        OrderRoutes.valid(() -> new Visit(key, occasion, person, outcome(body), note, at, by));
    Place canteen = Canteens.of(parts.places(), occasion.id());
    exchange.work(
        context,
        () -> {
          if (!orders.book().mayHaveDelivered(person, occasion.id())) {
            throw new Refused(409, "not-ordered");
          }
          return orders.visited(visit, canteen.id(), card(person));
        },
        future -> exchange.when(context, future, none -> Map.of("person", person)));
  }

  /** A phone tells how long ago it was, since its clock may be wrong; now without it. */
  private static int age(ObjectNode body) {
    return body.hasNonNull("ageMs") ? Json.integer(body, "ageMs", 0, MAX_AGE_MS) : 0;
  }

  private Optional<CardRef> card(long person) {
    return parts
        .database()
        .read(db -> Rows.all(db, LIVING_CARD, row -> CardRef.of(row.getBytes(1)), person))
        .stream()
        .findFirst();
  }

  private void step(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Occasion occasion = occasion(body);
    int person = Json.integer(body, "person", 1, Integer.MAX_VALUE);
    long at = parts.clock().millis() - age(body);
    String by = by(context);
    DoorTask.Step step =
        OrderRoutes.valid(
            () ->
                new DoorTask.Step(
                    Json.text(body, "key"),
                    Words.of(DoorTask.Kind.class, Json.text(body, "kind")),
                    body.path("reached").asBoolean(),
                    Json.optionalText(body, "note").orElse("").strip(),
                    at,
                    by));
    exchange.work(
        context,
        () -> {
          Visit visit = orders.visits(occasion).get((long) person);
          if (visit == null || visit.outcome() != Visit.Outcome.NO_ANSWER) {
            throw new Refused(404, "unknown-task");
          }
          return orders.tried(occasion, person, step);
        },
        future -> exchange.when(context, future, none -> Map.of("person", person)));
  }

  private static Visit.Outcome outcome(ObjectNode body) {
    return Words.of(Visit.Outcome.class, Json.text(body, "outcome"));
  }

  private static Occasion occasion(ObjectNode body) {
    return Occasion.parse(Json.text(body, "occasion"))
        .filter(one -> one.kind() == Occasion.Kind.MEAL)
        .orElseThrow(() -> new Refused(400, "field-invalid", "occasion"));
  }

  private static String by(RoutingContext context) {
    return Guard.who(context).account();
  }
}
