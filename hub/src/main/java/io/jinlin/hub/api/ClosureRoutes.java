package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.page.Closure;
import io.jinlin.contract.page.Item;
import io.jinlin.hub.accounts.Role;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * 今日停开: closes a place, or the whole centre, for a time in one act, and takes that back. Kiosks and
 * boards follow within seconds; what is closed already stays closed while the hub is away.
 */
final class ClosureRoutes {

  private static final long NO_VERSION = 1;

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;

  ClosureRoutes(Exchange exchange, Guard guard, Api.Parts parts) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
  }

  void mount(Router router) {
    for (String path : new String[] {"/api/closures", "/api/closures/end"}) {
      router
          .post(path)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(guard::mayChange);
    }
    router.post("/api/closures").handler(this::close);
    router.post("/api/closures/end").handler(this::end);
  }

  private void close(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Optional<String> place = Json.optionalText(body, "place").filter(id -> !id.isEmpty());
    if (place.isEmpty()) {
      directorOnly(context);
    } else if (parts.places().find(place.get()).isEmpty()) {
      throw new Refused(404, "unknown-place", Json.clip(place.get()));
    }
    LocalDateTime from = moment(body, "from");
    LocalDateTime until = moment(body, "until");
    if (!from.isBefore(until)) {
      throw new Refused(400, "closure-backwards");
    }
    if (!until.isAfter(now())) {
      throw new Refused(400, "closure-past");
    }
    if (until.isAfter(from.plusDays(Closure.MAX_DAYS))) {
      throw new Refused(400, "closure-long", String.valueOf(Closure.MAX_DAYS));
    }
    String reason = Json.note(body, "reason");
    String english = Json.optionalText(body, "reasonEnglish").map(String::strip).orElse("");
    if (english.length() > Fact.MAX_NOTE_LENGTH) {
      throw new Refused(400, "field-invalid", "reasonEnglish");
    }
    String id = "c" + Long.toString(parts.clock().millis(), 36);
    parts.settings().forgetPast(now().toLocalDate());
    Closure closure = new Closure(id, place, from, until, reason, english);
    put(context, new Item.ClosureSettings(NO_VERSION, closure), id);
  }

  /** One that has begun ends now and stays known, since somebody may ask later; another is gone. */
  private void end(RoutingContext context) {
    String id = Json.text(exchange.body(context), "id");
    LocalDateTime now = now().truncatedTo(ChronoUnit.MINUTES);
    Closure closure =
        parts.places().closures().stream()
            .filter(one -> one.id().equals(id) && one.until().isAfter(now))
            .findFirst()
            .orElseThrow(() -> new Refused(404, "unknown-closure"));
    if (closure.place().isEmpty()) {
      directorOnly(context);
    }
    Item.ClosureSettings item = new Item.ClosureSettings(NO_VERSION, closure);
    boolean begun = closure.from().isBefore(now);
    put(
        context,
        begun
            ? new Item.ClosureSettings(NO_VERSION, closure.endingAt(now))
            : new Item.Gone(NO_VERSION, item.key()),
        id);
  }

  private static void directorOnly(RoutingContext context) {
    if (!Guard.who(context).isAny(Role.DIRECTOR)) {
      throw new Refused(403, "director-only");
    }
  }

  private void put(RoutingContext context, Item item, String id) {
    exchange.when(context, parts.settings().put(item), done -> Map.of("id", id));
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(parts.clock().instant(), parts.places().site().zone());
  }

  private static LocalDateTime moment(ObjectNode body, String field) {
    try {
      return LocalDateTime.parse(Json.text(body, field));
    } catch (DateTimeException notAMoment) {
      throw new Refused(400, "field-invalid", field);
    }
  }
}
