package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.hub.canteen.Diners;
import io.jinlin.hub.live.Entries;
import io.jinlin.hub.live.Entry;
import io.jinlin.hub.live.RowMaker;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** The counter of the canteen: portions, sold out, meals without a card, and undoing a meal. */
final class CanteenRoutes {

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;

  CanteenRoutes(Exchange exchange, Guard guard, Api.Parts parts) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
  }

  void mount(Router router) {
    Map<String, Consumer<RoutingContext>> actions =
        Map.of(
            "/api/canteen/stock", this::stock,
            "/api/canteen/serve", this::serve,
            "/api/canteen/undo", this::undo,
            "/api/canteen/seats", this::seats);
    actions.forEach(
        (path, action) ->
            router
                .post(path)
                .handler(guard::sameOrigin)
                .handler(guard::signedIn)
                .handler(guard::changing)
                .handler(guard::mayServe)
                .handler(action::accept));
  }

  /** A meal of today and where it is served. */
  private record Meal(Place place, MealPeriod period, Occasion occasion) {}

  private Meal meal(ObjectNode body) {
    String id = Json.text(body, "meal");
    for (Place place : parts.places().places()) {
      for (MealPeriod period : parts.places().meals(place, now().toLocalDate())) {
        if (period.id().equals(id)) {
          Occasion occasion = new Occasion(Occasion.Kind.MEAL, id, now().toLocalDate());
          return new Meal(place, period, occasion);
        }
      }
    }
    throw new Refused(404, "unknown-meal", Json.clip(id));
  }

  private LocalDateTime now() {
    Instant now = parts.clock().instant();
    return LocalDateTime.ofInstant(now, parts.places().site().zone());
  }

  private void stock(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Meal meal = meal(body);
    OptionalInt cooked =
        body.hasNonNull("cooked")
            ? OptionalInt.of(Json.integer(body, "cooked", 0, Fact.Stock.MAX_COOKED))
            : OptionalInt.empty();
    boolean soldOut = Json.flag(body, "soldOut");
    record(
        context, new Fact.Stock(meal.place().id(), meal.occasion(), cooked, soldOut, by(context)));
  }

  private void seats(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Place canteen =
        parts.places().places().stream()
            .filter(place -> place.service() == Service.CANTEEN)
            .findFirst()
            .orElseThrow(() -> new Refused(404, "unknown-place", "canteen"));
    int people = Json.integer(body, "people", 0, canteen.capacity());
    record(context, new Fact.HandCount(canteen.id(), people, by(context)));
  }

  private void serve(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Meal meal = meal(body);
    Fact.Serving.Kind kind = Json.word(body, "kind", Fact.Serving.Kind.class);
    if (kind == Fact.Serving.Kind.DELIVERED) {
      // Only who was at the door can say that it was delivered.
      throw new Refused(400, "field-invalid", "kind");
    }
    long person =
        body.hasNonNull("person") ? Json.integer(body, "person", 1, Integer.MAX_VALUE) : 0;
    boolean own = kind == Fact.Serving.Kind.FORGOTTEN_CARD;
    if (own && person == 0) {
      throw new Refused(400, "field-missing", "person");
    }
    int most = own ? 1 : Fact.Serving.MAX_PORTIONS;
    int portions = Json.integer(body, "portions", 1, most);
    Way way = Json.word(body, "way", Way.class);
    String reason = Json.note(body, "reason");
    LocalTime from = meal.period().opens().minusMinutes(meal.place().earlyGraceMinutes());
    if (now().toLocalTime().isBefore(from)) {
      throw new Refused(409, "meal-not-begun", meal.period().opens().toString());
    }
    String by = by(context);
    diner(
        context,
        person,
        meal.occasion(),
        kind == Fact.Serving.Kind.SECOND_PORTION,
        diner ->
            record(
                context,
                new Fact.Serving(
                    meal.place().id(),
                    meal.occasion(),
                    kind,
                    person,
                    diner.flatMap(Diners.Diner::card),
                    way,
                    portions,
                    reason,
                    by)));
  }

  private void diner(
      RoutingContext context,
      long person,
      Occasion meal,
      boolean again,
      Consumer<Optional<Diners.Diner>> then) {
    if (person == 0) {
      then.accept(Optional.empty());
      return;
    }
    exchange.work(
        context,
        () -> parts.database().read(db -> new Diners(db).find(person, meal)),
        found -> {
          Diners.Diner diner = found.orElseThrow(() -> new Refused(404, "unknown-person"));
          if (!diner.open()) {
            throw new Refused(409, "file-closed-meal");
          }
          if (!again && diner.hadMillis().isPresent()) {
            throw new Refused(409, "meal-had", time(diner.hadMillis().get()));
          }
          then.accept(found);
        });
  }

  private String time(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), parts.places().site().zone())
        .toLocalTime()
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  private void undo(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    EventId id =
        RowMaker.parse(Json.text(body, "event"))
            .orElseThrow(() -> new Refused(400, "field-invalid", "event"));
    String reason = Json.note(body, "reason");
    String by = by(context);
    exchange.work(
        context,
        () -> parts.database().read(db -> new Entries(db).find(id)),
        found -> {
          Entry entry = found.orElseThrow(() -> new Refused(404, "unknown-event"));
          if (entry.voided()) {
            throw new Refused(409, "already-voided");
          }
          Occasion meal = served(entry.fact()).orElseThrow(() -> new Refused(409, "not-a-meal"));
          if (!isOn(entry.fact().place(), meal)) {
            throw new Refused(409, "meal-over");
          }
          record(context, new Fact.Voiding(entry.fact().place(), id, reason, by));
        });
  }

  private static Optional<Occasion> served(Fact fact) {
    if (fact instanceof Fact.Serving serving) {
      return Optional.of(serving.occasion());
    }
    return fact instanceof Fact.Scan scan && scan.outcome() == Outcome.ACCEPTED
        ? scan.occasion().filter(occasion -> occasion.kind() == Occasion.Kind.MEAL)
        : Optional.empty();
  }

  /** Undone within its period; what was taken along for a later one also before. */
  private boolean isOn(String place, Occasion meal) {
    LocalDateTime now = now();
    List<MealPeriod> today =
        parts.places().find(place).stream()
            .flatMap(one -> parts.places().meals(one, now.toLocalDate()).stream())
            .toList();
    return meal.date().equals(now.toLocalDate())
        && today.stream()
            .anyMatch(
                period ->
                    period.id().equals(meal.id()) && now.toLocalTime().isBefore(period.closes()));
  }

  private void record(RoutingContext context, Fact fact) {
    exchange.when(
        context, parts.ledger().append(fact), event -> Map.of("event", RowMaker.name(event)));
  }

  private static String by(RoutingContext context) {
    return Guard.who(context).account();
  }
}
