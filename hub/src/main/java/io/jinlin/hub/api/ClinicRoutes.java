package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Fact.TicketStep;
import io.jinlin.contract.event.Fact.TicketStep.Step;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.WordTable;
import io.jinlin.contract.page.Place;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.clinic.ClinicDay;
import io.jinlin.hub.clinic.ClinicRules;
import io.jinlin.hub.clinic.ClinicState;
import io.jinlin.hub.clinic.Visit;
import io.jinlin.hub.live.RowMaker;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The nurse's page: every act is an event in the ledger, and can be taken back. */
final class ClinicRoutes {
  private static final WordTable<Step> STEPS = WordTable.of(Step.class);

  /** Steps of a number that are sent as they are. */
  private static final Set<Step> OF_NUMBER =
      Set.of(
          Step.RECALL, Step.SKIP, Step.RETURN, Step.TRANSFER, Step.SERVE, Step.LEAVE, Step.PREFER);

  private static final String TAKEN_BACK = "叫号撤销";

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final ClinicDesk desk = new ClinicDesk();
  private final WalkIns walkIns;

  ClinicRoutes(Exchange exchange, Guard guard, Api.Parts parts) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.walkIns = new WalkIns(parts, desk);
  }

  void mount(Router router) {
    router
        .get("/api/clinic")
        .handler(guard::signedIn)
        .handler(Guard.only(Role.NURSE, Role.DIRECTOR))
        .handler(this::page);
    for (String act : List.of("call", "step", "issue", "queue", "undo")) {
      router
          .post("/api/clinic/" + act)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(Guard.only(Role.NURSE, Role.DIRECTOR));
    }
    router.post("/api/clinic/call").handler(this::call);
    router.post("/api/clinic/step").handler(this::step);
    router.post("/api/clinic/issue").handler(this::issue);
    router.post("/api/clinic/queue").handler(this::queue);
    router.post("/api/clinic/undo").handler(this::undo);
  }

  private ClinicState clinic() {
    return parts.live().view().clinic();
  }

  private void page(RoutingContext context) {
    exchange.answer(
        context, ClinicPage.of(clinic(), parts.places(), parts.people(), parts.clock().millis()));
  }

  /** Calls the next of a queue, or the number that is named. */
  private void call(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Optional<String> room = room(body);
    ClinicState clinic = clinic();
    List<Integer> offered;
    if (body.has("ticket")) {
      offered = List.of(visit(body, clinic).ticket());
    } else {
      String queue = queueId(body, "queue");
      offered = clinic.queue(queue).numbers();
    }
    long now = parts.clock().millis();
    OptionalInt taken = desk.take(ClinicDesk.Act.CALL, clinic.day(), offered, now);
    if (taken.isEmpty()) {
      throw new Refused(409, body.has("ticket") ? "already-called" : "nobody-waiting");
    }
    int ticket = taken.getAsInt();
    Visit visit = clinic.visit(ticket).orElseThrow(() -> unknown(ticket));
    record(
        context,
        fact(context, visit.issued(), ticket, Step.CALL, room, Optional.empty()),
        ClinicDesk.Act.CALL);
  }

  private void step(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    ClinicState clinic = clinic();
    Step step =
        STEPS
            .find(Json.text(body, "step"))
            .filter(OF_NUMBER::contains)
            .orElseThrow(() -> new Refused(400, "field-invalid", "step"));
    Visit visit = visit(body, clinic);
    Optional<String> to =
        step == Step.TRANSFER ? Optional.of(queueId(body, "to")) : Optional.empty();
    check(step, visit, to);
    Optional<String> room = step == Step.RECALL ? room(body) : Optional.empty();
    if (step == Step.RETURN || step == Step.TRANSFER) {
      desk.putBack(ClinicDesk.Act.CALL, clinic.day(), visit.ticket());
    }
    record(context, fact(context, visit.issued(), visit.ticket(), step, room, to), null);
  }

  /** Refuses what cannot be meant; the view may be a moment behind, so a doubt is no reason. */
  private static void check(Step step, Visit visit, Optional<String> to) {
    String ticket = String.valueOf(visit.ticket());
    if (step == Step.RETURN && visit.state() == Visit.State.WAITING) {
      throw new Refused(409, "ticket-waits", ticket);
    }
    if (step != Step.RETURN && step != Step.TRANSFER && visit.over()) {
      throw new Refused(409, "ticket-over", ticket);
    }
    if (to.equals(Optional.of(visit.queue()))) {
      throw new Refused(409, "same-queue");
    }
  }

  private void issue(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String queue = queueId(body, "queue");
    OptionalInt plate =
        body.hasNonNull("plate")
            ? OptionalInt.of(Json.integer(body, "plate", 1, ClinicRules.MAX_PLATE))
            : OptionalInt.empty();
    ClinicState clinic = clinic();
    exchange.work(
        context,
        () -> walkIns.take(clinic, plate),
        ticket ->
            record(
                context,
                fact(
                    context,
                    occasion(queue),
                    ticket,
                    Step.ISSUE,
                    Optional.empty(),
                    Optional.empty()),
                ClinicDesk.Act.ISSUE));
  }

  private void queue(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String queue = queueId(body, "queue");
    Step step = Json.flag(body, "closed") ? Step.CLOSE : Step.REOPEN;
    record(
        context, fact(context, occasion(queue), 0, step, Optional.empty(), Optional.empty()), null);
  }

  private void undo(RoutingContext context) {
    String name = Json.text(exchange.body(context), "event");
    ClinicDay.Done done =
        clinic().last().stream()
            .filter(one -> RowMaker.name(one.event()).equals(name))
            .findFirst()
            .orElseThrow(() -> new Refused(404, "unknown-event"));
    TicketStep step = done.step();
    LocalDate day = step.occasion().date();
    if (step.step() == Step.ISSUE) {
      checkUntouched(done);
      if (step.ticket() <= ClinicRules.MAX_PLATE) {
        desk.putBack(ClinicDesk.Act.ISSUE, day, step.ticket());
      }
    }
    desk.putBack(ClinicDesk.Act.CALL, day, step.ticket());
    exchange.when(
        context,
        parts
            .ledger()
            .append(new Fact.Voiding(step.place(), done.event(), TAKEN_BACK, by(context))),
        event -> Map.of("event", RowMaker.name(event)));
  }

  /** A number that was given goes back only before anything else happened to it. */
  private void checkUntouched(ClinicDay.Done done) {
    int ticket = done.step().ticket();
    boolean untouched =
        clinic()
            .visit(ticket)
            .filter(visit -> visit.issuedMillis() == done.atMillis() && visit.untouched())
            .isPresent();
    if (!untouched) {
      throw new Refused(409, "ticket-used", String.valueOf(ticket));
    }
  }

  private void record(RoutingContext context, TicketStep step, ClinicDesk.@Nullable Act taken) {
    CompletableFuture<EventId> done = parts.ledger().append(step);
    done.exceptionally(
        failed -> {
          if (taken != null) {
            desk.putBack(taken, step.occasion().date(), step.ticket());
          }
          throw new Refused(503, "unavailable");
        });
    exchange.when(context, done, event -> answer(event, step));
  }

  private static Map<String, Object> answer(EventId event, TicketStep step) {
    Map<String, Object> answer = new HashMap<>();
    answer.put("event", RowMaker.name(event));
    if (step.ticket() != 0) {
      answer.put("ticket", step.ticket());
    }
    return answer;
  }

  private TicketStep fact(
      RoutingContext context,
      Occasion queue,
      int ticket,
      Step step,
      Optional<String> room,
      Optional<String> to) {
    String place = placeOf(queue.id()).map(Place::id).orElse("clinic");
    return new TicketStep(place, queue, ticket, step, room, to, by(context));
  }

  private Occasion occasion(String queue) {
    LocalDate today = LocalDate.ofInstant(parts.clock().instant(), parts.places().site().zone());
    return new Occasion(Occasion.Kind.CLINIC, queue, today);
  }

  private Optional<Place> placeOf(String queue) {
    return parts.places().places().stream()
        .filter(place -> place.queues().stream().anyMatch(one -> one.id().equals(queue)))
        .findFirst();
  }

  private String queueId(ObjectNode body, String field) {
    String id = Json.text(body, field);
    if (placeOf(id).isEmpty()) {
      throw new Refused(404, "unknown-queue", clip(id));
    }
    return id;
  }

  private Optional<String> room(ObjectNode body) {
    Optional<String> room = Json.optionalText(body, "room");
    if (room.isPresent() && clinic().rules().room(room.get()).isEmpty()) {
      throw new Refused(404, "unknown-room", clip(room.get()));
    }
    return room;
  }

  private static Visit visit(ObjectNode body, ClinicState clinic) {
    int ticket = Json.integer(body, "ticket", 1, Fact.Scan.MAX_TICKET);
    return clinic.visit(ticket).orElseThrow(() -> unknown(ticket));
  }

  private static Refused unknown(int ticket) {
    return new Refused(404, "unknown-ticket", String.valueOf(ticket));
  }

  private static String by(RoutingContext context) {
    return Guard.who(context).account();
  }

  private static String clip(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
