package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.page.Place;
import io.jinlin.hub.live.RoomHistory;
import io.jinlin.hub.live.Snapshot;
import io.jinlin.hub.rooms.RoomDesk;
import io.jinlin.hub.rooms.RoomRules;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rooms: how full they were, how they lie, and who sees to full ones. */
final class RoomRoutes {
  private static final int DEFAULT_WEEKS = 4;
  private static final int MAX_WEEKS = RoomHistory.MAX_DAYS / 7;

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final RoomHistory history;

  RoomRoutes(Exchange exchange, Guard guard, Api.Parts parts) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.history = new RoomHistory(parts.places(), parts.cards());
  }

  void mount(Router router) {
    for (String path : List.of("rules", "alert")) {
      router
          .post("/api/rooms/" + path)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(guard::mayChange);
    }
    router.get("/api/rooms/heat").handler(guard::signedIn).handler(this::heat);
    router.get("/api/rooms/rules").handler(guard::signedIn).handler(this::rules);
    router.post("/api/rooms/rules").handler(this::setRules);
    router.post("/api/rooms/alert").handler(this::answer);
  }

  private void heat(RoutingContext context) {
    Query query = new Query(context.queryParams());
    String place = query.text("place").orElse("");
    int weeks = query.integer("weeks", DEFAULT_WEEKS, 1, MAX_WEEKS);
    Place found = place(place);
    LocalDate today = LocalDate.ofInstant(parts.clock().instant(), parts.places().site().zone());
    exchange.later(
        context,
        () -> parts.database().read(db -> history.heat(db, found.id(), today, weeks)),
        heat -> {
          Map<String, Object> view = new LinkedHashMap<>();
          view.put("place", found.id());
          view.put("capacity", found.capacity());
          view.put("weeks", weeks);
          view.put("days", heat.days());
          view.put("people", heat.people());
          return view;
        });
  }

  private Place place(String id) {
    return parts.places().find(id).orElseThrow(() -> new Refused(404, "unknown-place", clip(id)));
  }

  private void rules(RoutingContext context) {
    exchange.later(context, () -> parts.database().read(RoomDesk::rules), RoomDesk::encode);
  }

  private void setRules(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    RoomRules rules;
    try {
      rules = RoomDesk.rules(body);
    } catch (IllegalArgumentException invalid) {
      throw new Refused(400, "room-rules", String.valueOf(invalid.getMessage()));
    }
    rules.within().forEach((inner, outer) -> List.of(inner, outer).forEach(this::place));
    rules.doors().values().forEach(this::place);
    exchange.when(
        context,
        parts.rooms().set(rules, Guard.who(context).account()),
        none -> RoomDesk.encode(rules));
  }

  private void answer(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String place = Json.text(body, "place");
    String level = Json.text(body, "level");
    Snapshot.RoomAlert open =
        parts.live().view().snapshot().roomAlerts().stream()
            .filter(one -> one.place().equals(place) && one.level().equals(level))
            .findFirst()
            .orElseThrow(() -> new Refused(409, "room-calm"));
    exchange.when(
        context,
        parts.rooms().answer(open.place(), open.level(), Guard.who(context).account()),
        none -> Map.of("place", open.place(), "level", open.level()));
  }

  private static String clip(String text) {
    return text.length() > 40 ? text.substring(0, 40) : text;
  }
}
