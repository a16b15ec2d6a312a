package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.orders.CutOff;
import io.jinlin.hub.orders.Door;
import io.jinlin.hub.orders.Order;
import io.jinlin.hub.orders.OrderJson;
import io.jinlin.hub.orders.Orders;
import io.jinlin.hub.orders.Pause;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Meals ordered ahead: standing and for a day, skipped, paused, ended. */
final class OrderRoutes {
  /** They name people and doors. */
  private static final Handler<RoutingContext> READERS =
      Guard.only(Role.DIRECTOR, Role.STAFF, Role.AUDITOR);

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final Orders orders;

  OrderRoutes(Exchange exchange, Guard guard, Api.Parts parts, Orders orders) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.orders = orders;
  }

  void mount(Router router) {
    for (String path : List.of("", "/end", "/skip", "/pause", "/resume", "/cut-offs")) {
      router
          .post("/api/orders" + path)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(guard::mayChange);
    }
    router.get("/api/orders/day").handler(guard::signedIn).handler(READERS).handler(this::day);
    router
        .get("/api/orders/person")
        .handler(guard::signedIn)
        .handler(READERS)
        .handler(this::person);
    router
        .get("/api/orders/cut-offs")
        .handler(guard::signedIn)
        .handler(READERS)
        .handler(this::cutOffs);
    router.post("/api/orders").handler(this::place);
    router.post("/api/orders/end").handler(this::end);
    router.post("/api/orders/skip").handler(this::skip);
    router.post("/api/orders/pause").handler(this::pause);
    router.post("/api/orders/resume").handler(this::resume);
    router.post("/api/orders/cut-offs").handler(this::setCutOffs);
  }

  private void day(RoutingContext context) {
    LocalDate day = new Query(context.queryParams()).day("day").orElseGet(orders::today);
    exchange.later(
        context,
        () -> {
          return OrderViews.day(
              day,
              Canteens.mealsOn(parts.places(), day),
              orders.book(),
              orders.doors(),
              meal -> isPast(meal, day));
        },
        view -> view);
  }

  private void person(RoutingContext context) {
    int person = new Query(context.queryParams()).integer("person", 0, 1, Integer.MAX_VALUE);
    exchange.later(
        context,
        () -> {
          Door door = orders.door(person).orElseThrow(() -> new Refused(404, "unknown-person"));
          return OrderViews.person(door, orders.book(), orders.today());
        },
        view -> view);
  }

  private void cutOffs(RoutingContext context) {
    exchange.later(
        context,
        orders::cutOffs,
        set -> {
          Map<String, CutOff> all = new LinkedHashMap<>();
          Canteens.meals(parts.places())
              .forEach(meal -> all.put(meal, set.getOrDefault(meal, CutOff.USUAL)));
          return OrderJson.of(all);
        });
  }

  private void place(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Order order = valid(() -> OrderJson.order(body, orders.newId()));
    boolean late = body.path("late").asBoolean();
    String by = by(context);
    then(
        context,
        () -> {
          if (orders.door(order.person()).isEmpty()) {
            throw new Refused(404, "unknown-person");
          }
          if (!Canteens.meals(parts.places()).contains(order.meal())) {
            throw new Refused(404, "unknown-meal", order.meal());
          }
          if (order.from().isBefore(orders.today())) {
            throw new Refused(400, "day-is-past");
          }
          if (orders.book().inTheWayOf(order).isPresent()) {
            throw new Refused(409, "already-ordered");
          }
          inTime(order.meal(), order.from(), late);
          return orders.place(order, by);
        },
        Map.of("order", order.id()));
  }

  private void end(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String id = Json.text(body, "order");
    LocalDate end = day(body, "end");
    boolean late = body.path("late").asBoolean();
    String by = by(context);
    then(
        context,
        () -> {
          Order order = found(id);
          if (end.isBefore(orders.today())) {
            throw new Refused(400, "day-is-past");
          }
          LocalDate first = end.isBefore(order.from()) ? order.from() : end;
          inTime(order.meal(), first, late);
          return orders.end(id, end, by);
        },
        Map.of("order", id));
  }

  private void skip(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String id = Json.text(body, "order");
    LocalDate day = day(body, "day");
    boolean again = body.path("again").asBoolean();
    boolean late = body.path("late").asBoolean();
    String by = by(context);
    then(
        context,
        () -> {
          if (day.isBefore(orders.today())) {
            throw new Refused(400, "day-is-past");
          }
          inTime(found(id).meal(), day, late);
          return orders.skip(id, day, again, by);
        },
        Map.of("order", id));
  }

  private void pause(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    int person = Json.integer(body, "person", 1, Integer.MAX_VALUE);
    Optional<LocalDate> until =
        body.hasNonNull("until") ? Optional.of(day(body, "until")) : Optional.empty();
    String reason = Json.text(body, "reason").strip();
    Pause pause = valid(() -> new Pause(orders.newId(), person, day(body, "from"), until, reason));
    String by = by(context);
    then(
        context,
        () -> {
          if (orders.door(person).isEmpty()) {
            throw new Refused(404, "unknown-person");
          }
          return orders.pause(pause, by);
        },
        Map.of("pause", pause.id()));
  }

  private void resume(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String id = Json.text(body, "pause");
    LocalDate end = day(body, "end");
    String by = by(context);
    then(
        context,
        () -> {
          if (orders.book().pauses().stream().noneMatch(pause -> pause.id().equals(id))) {
            throw new Refused(404, "unknown-order");
          }
          return orders.resume(id, end, by);
        },
        Map.of("pause", id));
  }

  private void setCutOffs(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Map<String, CutOff> cutOffs = valid(() -> OrderJson.cutOffs(body));
    exchange.when(context, orders.setCutOffs(cutOffs, by(context)), none -> Map.of("done", true));
  }

  /** Looks up and checks in a worker, then answers once it is written. */
  private void then(
      RoutingContext context, Supplier<CompletableFuture<Void>> work, Map<String, String> answer) {
    exchange.work(context, work::get, future -> exchange.when(context, future, none -> answer));
  }

  private Order found(String id) {
    return orders.book().find(id).orElseThrow(() -> new Refused(404, "unknown-order"));
  }

  private boolean isPast(String meal, LocalDate day) {
    return orders.isPastCutOff(meal, day);
  }

  private void inTime(String meal, LocalDate day, boolean late) {
    if (!late && isPast(meal, day)) {
      throw new Refused(409, "after-cut-off");
    }
  }

  static <T> T valid(Supplier<T> making) {
    try {
      return making.get();
    } catch (IllegalArgumentException wrong) {
      throw new Refused(400, "field-invalid", String.valueOf(wrong.getMessage()));
    }
  }

  private static LocalDate day(ObjectNode body, String field) {
    try {
      return LocalDate.parse(Json.text(body, field));
    } catch (DateTimeException notADay) {
      throw new Refused(400, "field-invalid", field);
    }
  }

  private static String by(RoutingContext context) {
    return Guard.who(context).account();
  }
}
