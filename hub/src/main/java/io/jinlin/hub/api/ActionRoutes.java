package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.attendance.AttendanceDesk;
import io.jinlin.hub.attendance.Pickups;
import io.jinlin.hub.devices.DeviceTable;
import io.jinlin.hub.live.Entries;
import io.jinlin.hub.live.Entry;
import io.jinlin.hub.live.RowMaker;
import io.jinlin.hub.live.Snapshot;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What staff do: each is an event in the ledger, and is answered after its commit. */
final class ActionRoutes {

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;

  ActionRoutes(Exchange exchange, Guard guard, Api.Parts parts) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
  }

  void mount(Router router) {
    for (String path :
        List.of(
            "/api/hand-count",
            "/api/help/answer",
            "/api/hand-over",
            "/api/void",
            "/api/devices/lost",
            "/api/devices/settle")) {
      router
          .post(path)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing);
    }
    for (String path :
        List.of(
            "/api/hand-count",
            "/api/hand-over",
            "/api/void",
            "/api/devices/lost",
            "/api/devices/settle")) {
      router.post(path).handler(guard::mayChange);
    }
    // At the clinic it is the nurse who comes, at the canteen whoever serves.
    router
        .post("/api/help/answer")
        .handler(Guard.only(Role.DIRECTOR, Role.STAFF, Role.NURSE, Role.CANTEEN));
    router.post("/api/hand-count").handler(this::handCount);
    router.post("/api/help/answer").handler(this::answerHelp);
    router.post("/api/hand-over").handler(this::handOver);
    router.post("/api/void").handler(this::takeBack);
    router
        .post("/api/devices/lost")
        .handler(context -> device(context, parts.lostDevices()::report));
    router
        .post("/api/devices/settle")
        .handler(context -> device(context, parts.heldProblems()::settle));
  }

  private void handCount(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String place = Json.text(body, "place");
    if (parts.places().find(place).isEmpty()) {
      throw new Refused(404, "unknown-place", clip(place));
    }
    int people = Json.integer(body, "people", 0, Fact.MAX_PEOPLE);
    record(context, new Fact.HandCount(place, people, by(context)));
  }

  private void answerHelp(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String device = Json.text(body, "device");
    String call = Json.text(body, "call");
    Snapshot.Help open =
        parts.live().view().snapshot().help().stream()
            .filter(one -> one.device().equals(device) && one.call().equals(call))
            .findFirst()
            .orElseThrow(() -> new Refused(404, "unknown-call"));
    record(context, new Fact.HelpAnswer(open.placeId(), device, call, by(context)));
  }

  private void handOver(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    EventId id = eventId(body);
    CardRef child =
        CardRef.parse(Json.text(body, "child"))
            .orElseThrow(() -> new Refused(400, "field-invalid", "child"));
    String by = by(context);
    exchange.work(
        context,
        () -> offered(id, child),
        offer ->
            exchange.when(
                context,
                // The code first: should the hub die in between, no kiosk takes it again, and the
                // child is still to be handed over.
                spend(offer, by)
                    .thenCompose(
                        spent ->
                            parts
                                .ledger()
                                .append(
                                    new Fact.HandOver(
                                        offer.place(),
                                        offer.occasion(),
                                        child,
                                        offer.adult().ref(),
                                        by))),
                ActionRoutes::event));
  }

  private CompletableFuture<Boolean> spend(Pickups.HandOver offer, String by) {
    boolean living = offer.adult().code().filter(code -> code.overMillis().isEmpty()).isPresent();
    return living
        ? parts.collectionDesk().use(offer.adult().ref(), by)
        : CompletableFuture.completedFuture(true);
  }

  /** The hand-over that a collection offers now, as the hub knows it, whatever the kiosk knew. */
  private Pickups.HandOver offered(EventId id, CardRef child) {
    Entry entry =
        parts
            .database()
            .read(db -> new Entries(db).find(id))
            .orElseThrow(() -> new Refused(404, "unknown-event"));
    if (!(entry.fact() instanceof Fact.Collection asked)) {
      throw new Refused(409, "not-a-collection");
    }
    Pickups now =
        new AttendanceDesk(parts.database(), parts.ledger(), parts.places(), parts.clock())
            .pickups();
    boolean refused = now.refused().stream().anyMatch(one -> one.adult().ref().equals(asked.ref()));
    return now.handOvers().stream()
        .filter(one -> one.event().equals(id))
        .filter(one -> one.children().stream().anyMatch(it -> it.ref().equals(child)))
        .findFirst()
        .orElseThrow(() -> new Refused(409, refused ? "may-not-collect" : "already-handed-over"));
  }

  private void takeBack(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    EventId id = eventId(body);
    String reason = Json.text(body, "reason").strip();
    if (reason.isEmpty() || reason.length() > Fact.MAX_NOTE_LENGTH) {
      throw new Refused(400, "field-invalid", "reason");
    }
    String by = by(context);
    found(
        context,
        id,
        entry -> {
          if (entry.voided()) {
            throw new Refused(409, "already-voided");
          }
          if (entry.fact() instanceof Fact.Voiding) {
            throw new Refused(409, "not-voidable");
          }
          return new Fact.Voiding(entry.fact().place(), id, reason, by);
        });
  }

  /** Does something about a device that is let in. */
  private <T> void device(RoutingContext context, Function<String, CompletableFuture<T>> work) {
    String device = Json.text(exchange.body(context), "device");
    exchange.work(
        context,
        () -> parts.database().read(DeviceTable::all),
        all -> {
          if (all.stream().noneMatch(one -> one.id().equals(device))) {
            throw new Refused(404, "unknown-device", clip(device));
          }
          exchange.when(context, work.apply(device), done -> Map.of("device", device));
        });
  }

  /** Makes a fact about an event. */
  private interface Making {
    Fact of(Entry entry);
  }

  /** Looks the event up, then records what is made of it. */
  private void found(RoutingContext context, EventId id, Making making) {
    exchange.work(
        context,
        () -> parts.database().read(db -> new Entries(db).find(id)),
        found -> {
          Entry entry = found.orElseThrow(() -> new Refused(404, "unknown-event"));
          record(context, making.of(entry));
        });
  }

  private void record(RoutingContext context, Fact fact) {
    exchange.when(context, parts.ledger().append(fact), ActionRoutes::event);
  }

  private static Object event(EventId id) {
    return Map.of("event", RowMaker.name(id));
  }

  private static EventId eventId(ObjectNode body) {
    Optional<EventId> id = RowMaker.parse(Json.text(body, "event"));
    return id.orElseThrow(() -> new Refused(400, "field-invalid", "event"));
  }

  private static String by(RoutingContext context) {
    return Guard.who(context).account();
  }

  private static String clip(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
