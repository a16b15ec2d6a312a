package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.access.Action;
import io.jinlin.hub.cards.CardAnswer;
import io.jinlin.hub.cards.Issued;
import io.jinlin.hub.cards.QrSquares;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Gives out cards, revokes them, prints them again; each is answered once both files have it. */
final class CardRoutes {

  private static final int MAX_REASON_LENGTH = 100;

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final AccessNotes notes;

  CardRoutes(Exchange exchange, Guard guard, Api.Parts parts, AccessNotes notes) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.notes = notes;
  }

  void mount(Router router) {
    for (String path : List.of("/api/cards/issue", "/api/cards/revoke", "/api/cards/reprint")) {
      router
          .post(path)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(guard::mayChange);
    }
    router.post("/api/cards/issue").handler(this::issue);
    router.post("/api/cards/revoke").handler(this::revoke);
    router.post("/api/cards/reprint").handler(this::reprint);
  }

  private void issue(RoutingContext context) {
    int person = Json.integer(exchange.body(context), "person", 1, Integer.MAX_VALUE);
    String account = Guard.who(context).account();
    answer(context, Action.CARD_ISSUED, () -> parts.cardDesk().issue(person, account));
  }

  private void revoke(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    CardRef ref = ref(body);
    String reason = Json.text(body, "reason").strip();
    if (reason.isEmpty() || reason.length() > MAX_REASON_LENGTH) {
      throw new Refused(400, "field-invalid", "reason");
    }
    String account = Guard.who(context).account();
    answer(context, Action.CARD_REVOKED, () -> parts.cardDesk().revoke(ref, reason, account));
  }

  private void reprint(RoutingContext context) {
    CardRef ref = ref(exchange.body(context));
    String account = Guard.who(context).account();
    answer(context, Action.CARD_REPRINTED, () -> parts.cardDesk().reprint(ref, account));
  }

  private static CardRef ref(ObjectNode body) {
    return CardRef.parse(Json.text(body, "card"))
        .orElseThrow(() -> new Refused(400, "field-invalid", "card"));
  }

  private void answer(RoutingContext context, Action action, Callable<CardAnswer> work) {
    exchange.work(
        context,
        work,
        answer -> {
          if (answer instanceof CardAnswer.Not not) {
            throw refusal(not.why());
          }
          CompletableFuture<Issued> done = ((CardAnswer.Begun) answer).done();
          notes.changed(
              context, done, action, issued -> List.of(issued.card().person()), CardRoutes::view);
        });
  }

  private static Refused refusal(CardAnswer.Why why) {
    return switch (why) {
      case UNKNOWN_PERSON -> new Refused(404, "unknown-person");
      case UNKNOWN_CARD -> new Refused(404, "unknown-card");
      case FILE_CLOSED -> new Refused(409, "file-closed");
      case HAS_CARD -> new Refused(409, "has-card");
      case CARD_DEAD -> new Refused(409, "card-dead");
      case BUSY -> new Refused(409, "busy");
    };
  }

  /** With the code and its squares only for a card that is new, and only in this answer. */
  private static Object view(Issued issued) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("card", issued.card().keys().ref().text());
    view.put("number", issued.card().number());
    issued
        .code()
        .ifPresent(
            code -> {
              view.put("code", code.text());
              view.put("squares", QrSquares.of(code));
            });
    return view;
  }
}
