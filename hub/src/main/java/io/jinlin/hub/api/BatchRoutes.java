package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.hub.access.Action;
import io.jinlin.hub.cards.BatchDesk;
import io.jinlin.hub.cards.BatchScope;
import io.jinlin.hub.cards.CardBatch;
import io.jinlin.hub.cards.PrintableCard;
import io.jinlin.hub.printing.CardPdf;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Gives out cards many at once and prints them. */
final class BatchRoutes {
  private static final int MAX_ID_LENGTH = 40;

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final AccessNotes notes;

  BatchRoutes(Exchange exchange, Guard guard, Api.Parts parts, AccessNotes notes) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.notes = notes;
  }

  void mount(Router router) {
    for (String path : List.of("count", "give", "confirm")) {
      router
          .post("/api/cards/batches/" + path)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(guard::mayChange);
    }
    router.post("/api/cards/batches/count").handler(this::count);
    router.post("/api/cards/batches/give").handler(this::give);
    router.post("/api/cards/batches/confirm").handler(this::confirm);
    router
        .get("/api/cards/batches")
        .handler(guard::signedIn)
        .handler(guard::mayChange)
        .handler(this::list);
    router
        .get("/api/cards/batches/pdf")
        .handler(guard::signedIn)
        .handler(guard::mayChange)
        .handler(this::pdf);
  }

  private static BatchScope scope(ObjectNode body) {
    return new BatchScope(
        optional(body, "phase", 9),
        optional(body, "block", 99),
        Json.integer(body, "minAge", 0, BatchScope.MAX_AGE),
        Json.flag(body, "collectors"));
  }

  private static OptionalInt optional(ObjectNode body, String field, int most) {
    JsonNode node = body.get(field);
    return node == null || node.isNull()
        ? OptionalInt.empty()
        : OptionalInt.of(Json.integer(body, field, 1, most));
  }

  private void count(RoutingContext context) {
    BatchScope scope = scope(exchange.body(context));
    exchange.later(
        context,
        () -> parts.batchDesk().count(scope),
        count ->
            Map.of(
                "cards",
                Math.min(count, BatchDesk.MAX_CARDS),
                "more",
                count > BatchDesk.MAX_CARDS));
  }

  private void give(RoutingContext context) {
    BatchScope scope = scope(exchange.body(context));
    String account = Guard.who(context).account();
    exchange.work(
        context,
        () -> parts.batchDesk().give(scope, account),
        given ->
            notes.changed(
                context,
                given.orElseThrow(() -> new Refused(409, "nobody-without-card")),
                Action.CARDS_GIVEN,
                BatchDesk.Given::persons,
                done -> Map.of("batch", done.batch())));
  }

  private void confirm(RoutingContext context) {
    String batch = Json.text(exchange.body(context), "batch");
    String account = Guard.who(context).account();
    exchange.work(
        context,
        () -> parts.batchDesk().confirm(batch, account),
        confirmed ->
            exchange.when(
                context,
                confirmed.orElseThrow(() -> new Refused(409, "batch-closed")),
                id -> Map.of("batch", id)));
  }

  /** A batch in the list. */
  record Row(
      String id,
      long at,
      String account,
      int cards,
      boolean printable,
      @Nullable Long confirmed,
      @Nullable String confirmedBy) {}

  private void list(RoutingContext context) {
    exchange.later(
        context,
        () -> parts.batchDesk().batches(),
        batches -> Map.of("batches", batches.stream().map(BatchRoutes::row).toList()));
  }

  private static Row row(CardBatch batch) {
    return new Row(
        batch.id(),
        batch.atMillis(),
        batch.account(),
        batch.cards(),
        batch.printable(),
        batch.confirmedMillis().isPresent() ? batch.confirmedMillis().getAsLong() : null,
        batch.confirmedBy().orElse(null));
  }

  private record Printed(int cards, Optional<byte[]> file) {}

  private void pdf(RoutingContext context) {
    Query query = new Query(context.queryParams());
    String batch =
        query
            .text("batch")
            .filter(text -> text.length() <= MAX_ID_LENGTH)
            .orElseThrow(() -> new Refused(400, "field-missing", "batch"));
    CardPdf.Form form = query.word("form", CardPdf.Form.class).orElse(CardPdf.Form.SHEET);
    LocalDate day = LocalDate.ofInstant(parts.clock().instant(), parts.places().site().zone());
    String footer = day + " · " + Guard.who(context).account();
    exchange.work(
        context,
        () -> {
          List<PrintableCard> cards = parts.batchDesk().printable(batch);
          if (cards.isEmpty()) {
            throw new Refused(409, "batch-closed");
          }
          return new Printed(
              cards.size(), new CardPdf(parts.places().site().name(), footer).write(cards, form));
        },
        printed ->
            notes.many(
                context,
                Action.CARDS_PRINTED,
                printed.cards(),
                () -> send(context, printed.file())));
  }

  private static void send(RoutingContext context, Optional<byte[]> file) {
    byte[] content = file.orElseThrow(() -> new Refused(503, "no-font"));
    context
        .response()
        .putHeader("Content-Type", "application/pdf")
        .putHeader("Content-Disposition", "inline; filename=cards.pdf")
        .putHeader("Cache-Control", "no-store")
        .end(Buffer.buffer(content));
  }
}
