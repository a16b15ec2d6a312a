package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.hub.access.Action;
import io.jinlin.hub.cards.QrSquares;
import io.jinlin.hub.collection.Alone;
import io.jinlin.hub.collection.Ban;
import io.jinlin.hub.collection.CollectionDesk;
import io.jinlin.hub.collection.DelegateCode;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Residents;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Who must not collect a child, codes for delegates, and who may leave alone: all with names, for
 * those who do the day's work only.
 */
final class CollectionRoutes {
  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final AccessNotes notes;
  private final CollectionDesk desk;

  CollectionRoutes(Exchange exchange, Guard guard, Api.Parts parts, AccessNotes notes) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.notes = notes;
    this.desk = parts.collectionDesk();
  }

  void mount(Router router) {
    for (String path :
        List.of("ban", "ban/end", "code", "code/withdraw", "alone", "alone/end", "rule", "seen")) {
      router
          .post("/api/collection/" + path)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(guard::mayChange);
    }
    router.post("/api/collection/ban").handler(this::ban);
    router.post("/api/collection/ban/end").handler(this::endBan);
    router.post("/api/collection/code").handler(this::code);
    router.post("/api/collection/code/withdraw").handler(this::withdraw);
    router.post("/api/collection/alone").handler(this::alone);
    router.post("/api/collection/alone/end").handler(this::endAlone);
    router.post("/api/collection/rule").handler(this::rule);
    router.post("/api/collection/seen").handler(this::seen);
    router
        .get("/api/collection/child")
        .handler(guard::signedIn)
        .handler(guard::mayChange)
        .handler(this::child);
  }

  private void child(RoutingContext context) {
    int person = new Query(context.queryParams()).integer("person", 0, 1, Integer.MAX_VALUE);
    exchange.work(
        context,
        () -> new CollectionViews(parts).child(person(person), desk.child(person)),
        view -> notes.answer(context, Action.LOOKED, List.of((long) person), view));
  }

  private Person person(long id) {
    return parts
        .database()
        .read(db -> new Residents(db).find(id))
        .orElseThrow(() -> new Refused(404, "unknown-person"));
  }

  /** A child of the school: somebody under age. */
  private Person child(long id) {
    Person child = person(id);
    if (child.age(desk.today()) >= Person.ADULT_YEARS || child.died().isPresent()) {
      throw new Refused(409, "not-a-child");
    }
    return child;
  }

  private void ban(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    int child = Json.integer(body, "child", 1, Integer.MAX_VALUE);
    String reason = line(body, "reason", Ban.MAX_REASON_LENGTH);
    boolean known = body.hasNonNull("adult");
    OptionalLong adult =
        known
            ? OptionalLong.of(Json.integer(body, "adult", 1, Integer.MAX_VALUE))
            : OptionalLong.empty();
    String said = known ? "" : line(body, "who", Ban.MAX_WHO_LENGTH);
    String by = by(context);
    begin(
        context,
        child,
        () -> {
          child(child);
          String who = known ? person(adult.getAsLong()).name() : said;
          return desk.ban(child, adult, who, reason, by);
        });
  }

  private void endBan(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String id = Json.text(body, "id");
    String reason = line(body, "reason", Ban.MAX_REASON_LENGTH);
    String by = by(context);
    exchange.work(
        context,
        () -> desk.findBan(id).orElseThrow(() -> new Refused(404, "not-found")),
        ban -> {
          if (!ban.holds()) {
            throw new Refused(409, "already-ended");
          }
          changed(context, desk.endBan(id, reason, by), List.of(ban.child()), done -> Map.of());
        });
  }

  private void code(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Set<Long> children = new LinkedHashSet<>();
    for (JsonNode child : body.path("children")) {
      if (!child.canConvertToInt() || child.intValue() < 1) {
        throw new Refused(400, "field-invalid", "children");
      }
      children.add(child.longValue());
    }
    if (children.isEmpty() || children.size() > Fact.MAX_CHILDREN) {
      throw new Refused(400, "field-invalid", "children");
    }
    long from = millis(body, "from");
    long until = millis(body, "until");
    long days = until <= from ? 0 : 1 + (until - from - 1) / 86_400_000;
    if (days < 1 || days > DelegateCode.MAX_DAYS || until <= parts.clock().millis()) {
      throw new Refused(400, "code-time", Integer.toString(DelegateCode.MAX_DAYS));
    }
    CollectionDesk.Wanted wanted =
        new CollectionDesk.Wanted(
            line(body, "name", DelegateCode.MAX_NAME_LENGTH),
            line(body, "relation", DelegateCode.MAX_SHORT_LENGTH),
            Json.optionalText(body, "phone").filter(text -> !text.isBlank()).isPresent()
                ? line(body, "phone", DelegateCode.MAX_SHORT_LENGTH)
                : "",
            List.copyOf(children),
            from,
            until);
    String by = by(context);
    exchange.work(
        context,
        () -> {
          for (long child : wanted.children()) {
            check(child(child), wanted);
          }
          return desk.makeCode(wanted, by);
        },
        made -> changed(context, made, wanted.children(), CollectionRoutes::made));
  }

  private void check(Person child, CollectionDesk.Wanted wanted) {
    if (!desk.hasCard(child.id())) {
      throw new Refused(409, "child-without-card", child.name());
    }
    boolean banned =
        desk.child(child.id()).bans().stream()
            .anyMatch(ban -> ban.holds() && ban.who().equals(wanted.name()));
    if (banned) {
      throw new Refused(409, "must-not-collect", wanted.name());
    }
  }

  /** With the code and its squares, only in this answer. */
  private static Object made(CollectionDesk.Made made) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("ref", made.delegate().keys().ref().text());
    view.put("code", made.code().text());
    view.put("squares", QrSquares.of(made.code()));
    view.put("name", made.delegate().name());
    view.put("relation", made.delegate().relation());
    view.put("from", made.delegate().fromMillis());
    view.put("until", made.delegate().untilMillis());
    return view;
  }

  private void withdraw(RoutingContext context) {
    CardRef ref = ref(exchange.body(context));
    String by = by(context);
    exchange.work(
        context,
        () -> desk.findCode(ref).orElseThrow(() -> new Refused(404, "unknown-card")),
        code -> {
          if (code.overMillis().isPresent()) {
            throw new Refused(409, "already-ended");
          }
          changed(context, desk.withdraw(ref, by), code.children(), done -> Map.of());
        });
  }

  private void alone(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    int child = Json.integer(body, "child", 1, Integer.MAX_VALUE);
    LocalDate from = day(body, "from");
    LocalDate until = day(body, "until");
    String signer = line(body, "signer", Alone.MAX_SIGNER_LENGTH);
    if (until.isBefore(from) || until.isBefore(desk.today())) {
      throw new Refused(400, "field-invalid", "until");
    }
    String by = by(context);
    begin(
        context,
        child,
        () -> {
          child(child);
          if (!desk.isOldEnough(child, from)) {
            String years = Integer.toString(desk.child(child).aloneFrom());
            throw new Refused(409, "alone-too-young", years);
          }
          return desk.allowAlone(child, from, until, signer, by);
        });
  }

  private void endAlone(RoutingContext context) {
    String id = Json.text(exchange.body(context), "id");
    String by = by(context);
    exchange.work(
        context,
        () -> desk.childOfAlone(id),
        child -> {
          if (child.isEmpty()) {
            throw new Refused(404, "not-found");
          }
          changed(context, desk.endAlone(id, by), List.of(child.getAsLong()), done -> Map.of());
        });
  }

  private void rule(RoutingContext context) {
    int years =
        Json.integer(
            exchange.body(context),
            "aloneFrom",
            CollectionDesk.MIN_ALONE_AGE,
            CollectionDesk.MAX_ALONE_AGE);
    exchange.when(
        context, desk.setAloneFrom(years, by(context)), done -> Map.of("aloneFrom", years));
  }

  /** Somebody has seen a refusal; those of the same card until then are seen with it. */
  private void seen(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    CardRef ref = ref(body);
    JsonNode at = body.path("at");
    if (!at.isIntegralNumber() || at.longValue() > parts.clock().millis() + 86_400_000) {
      throw new Refused(400, "field-invalid", "at");
    }
    exchange.when(context, desk.refusalSeen(ref, at.longValue(), by(context)), done -> Map.of());
  }

  /** Does something about a child that gives an id. */
  private void begin(RoutingContext context, long child, Callable<CompletableFuture<String>> work) {
    exchange.work(
        context, work, done -> changed(context, done, List.of(child), id -> Map.of("id", id)));
  }

  private <T> void changed(
      RoutingContext context,
      CompletableFuture<T> change,
      List<Long> persons,
      Function<T, Object> answer) {
    notes.changed(context, change, Action.COLLECTION_DECIDED, done -> persons, answer);
  }

  private static String line(ObjectNode body, String field, int most) {
    String text = Json.note(body, field);
    if (text.length() > most) {
      throw new Refused(400, "field-invalid", field);
    }
    return text;
  }

  private static CardRef ref(ObjectNode body) {
    return CardRef.parse(Json.text(body, "ref"))
        .orElseThrow(() -> new Refused(400, "field-invalid", "ref"));
  }

  private static LocalDate day(ObjectNode body, String field) {
    try {
      return LocalDate.parse(Json.text(body, field));
    } catch (DateTimeException notADay) {
      throw new Refused(400, "field-invalid", field);
    }
  }

  private long millis(ObjectNode body, String field) {
    try {
      return LocalDateTime.parse(Json.text(body, field))
          .atZone(parts.places().site().zone())
          .toInstant()
          .toEpochMilli();
    } catch (DateTimeException notATime) {
      throw new Refused(400, "field-invalid", field);
    }
  }

  private static String by(RoutingContext context) {
    return Guard.who(context).account();
  }
}
