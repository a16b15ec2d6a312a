package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Place;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.accounts.SignedIn;
import io.jinlin.hub.orders.Door;
import io.jinlin.hub.orders.DoorTask;
import io.jinlin.hub.orders.Doors;
import io.jinlin.hub.orders.Order;
import io.jinlin.hub.orders.Orders;
import io.jinlin.hub.orders.Visit;
import io.jinlin.hub.store.Rows;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Meals brought to doors: the volunteers' list, what happened, and the doors nobody opened. */
final class DeliveryRoutes {
  /** How late something can be sent in, in milliseconds: a phone that was off over a weekend. */
  private static final int MAX_AGE_MS = (int) Duration.ofDays(4).toMillis();

  private static final String LIVING_CARD =
      "SELECT ref FROM card WHERE person = ? AND revoked IS NULL ORDER BY issued DESC LIMIT 1";

  /** Those who may know names and telephone numbers. */
  private static final Role[] READERS = {Role.DIRECTOR, Role.STAFF, Role.AUDITOR};

  private static final Handler<RoutingContext> LISTED =
      Guard.only(Role.DIRECTOR, Role.STAFF, Role.AUDITOR, Role.DELIVERY);

  private static final Handler<RoutingContext> VISITORS =
      Guard.only(Role.DIRECTOR, Role.STAFF, Role.DELIVERY);

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
    router
        .post("/api/deliveries/visit")
        .handler(guard::sameOrigin)
        .handler(guard::atDoors)
        .handler(guard::changing)
        .handler(VISITORS)
        .handler(this::visit);
    router
        .post("/api/deliveries/step")
        .handler(guard::sameOrigin)
        .handler(guard::signedIn)
        .handler(guard::changing)
        .handler(guard::mayChange)
        .handler(this::step);
    router.get("/api/deliveries").handler(guard::atDoors).handler(LISTED).handler(this::list);
    router
        .get("/api/deliveries/tasks")
        .handler(guard::signedIn)
        .handler(Guard.only(READERS))
        .handler(this::tasks);
  }

  private void list(RoutingContext context) {
    Query query = new Query(context.queryParams());
    SignedIn who = Guard.who(context);
    LocalDate day = query.day("day").orElseGet(orders::today);
    boolean volunteer = !who.isAny(READERS);
    if (volunteer && !day.equals(orders.today())) {
      throw new Refused(403, "wrong-role");
    }
    List<MealPeriod> meals = Canteens.mealsOn(parts.places(), day);
    String meal = query.text("meal").orElseGet(() -> usual(meals, day));
    Place canteen = Canteens.of(parts.places(), meal);
    boolean masked = volunteer || query.text("names").equals(Optional.of("masked"));
    exchange.later(
        context,
        () -> {
          Occasion occasion = new Occasion(Occasion.Kind.MEAL, meal, day);
          List<Order> delivered =
              orders.book().on(day, meal).stream()
                  .filter(order -> order.way() == Way.DELIVER)
                  .toList();
          Doors doors = orders.doors();
          Map<Long, Visit> visits = orders.visits(occasion);
          ObjectNode view =
              masked
                  ? OrderViews.deliveries(
                      occasion, delivered, notesOf(visits, who.account()), maskedOf(doors))
                  : OrderViews.deliveries(occasion, delivered, visits, doors::of);
          OrderViews.meals(view, meals);
          view.put("at", parts.clock().millis());
          return view.put("place", canteen.id()).put("zone", parts.places().site().zone().getId());
        },
        view -> view);
  }

  private LongFunction<Door> maskedOf(Doors doors) {
    return person -> doors.of(person).masked(parts.people().masked(person));
  }

  /** What others noticed about a person is for staff. */
  private static Map<Long, Visit> notesOf(Map<Long, Visit> visits, String account) {
    Map<Long, Visit> own = new HashMap<>(visits);
    own.replaceAll((person, visit) -> visit.by().equals(account) ? visit : visit.withoutNote());
    return own;
  }

  /** The meal that is on or comes next today, the last once all are over; another day's first. */
  private String usual(List<MealPeriod> meals, LocalDate day) {
    LocalTime now = LocalTime.ofInstant(parts.clock().instant(), parts.places().site().zone());
    boolean today = day.equals(orders.today());
    String last = meals.isEmpty() ? "lunch" : meals.get(meals.size() - 1).id();
    return meals.stream()
        .filter(period -> !today || now.isBefore(period.closes()))
        .findFirst()
        .map(MealPeriod::id)
        .orElse(last);
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
    if (!Guard.who(context).isAny(READERS) && !occasion.date().equals(dayOf(at))) {
      throw new Refused(400, "field-invalid", "occasion");
    }
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

  private LocalDate dayOf(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), parts.places().site().zone());
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
