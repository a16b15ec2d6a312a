package io.jinlin.hub.settlement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Words;
import java.io.IOException;
import java.time.LocalDate;

/** {@link Deed} as the body of a journal entry. */
final class DeedCodec {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeedCodec() {}

  static byte[] encode(Deed deed) {
    try {
      return JSON.writeValueAsBytes(node(deed));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry of ours cannot be written", e);
    }
  }

  private static ObjectNode node(Deed deed) {
    ObjectNode body = JSON.createObjectNode();
    if (deed instanceof Deed.Payment paid) {
      return body.put("type", "payment")
          .put("receipt", paid.receipt())
          .put("person", paid.person())
          .put("fen", paid.fen())
          .put("method", Words.of(paid.method()))
          .put("at", paid.atMillis())
          .put("day", paid.day().toString())
          .put("by", paid.by())
          .put("note", paid.note());
    } else if (deed instanceof Deed.PaymentVoided voided) {
      return body.put("type", "payment-void")
          .put("receipt", voided.receipt())
          .put("at", voided.atMillis())
          .put("by", voided.by())
          .put("reason", voided.reason());
    } else if (deed instanceof Deed.CashUp cash) {
      return body.put("type", "cash-up")
          .put("day", cash.day().toString())
          .put("at", cash.atMillis())
          .put("by", cash.by())
          .put("expected", cash.expectedFen())
          .put("counted", cash.countedFen())
          .put("note", cash.note());
    }
    Deed.TariffSet set = (Deed.TariffSet) deed;
    body.put("type", "tariff")
        .put("validFrom", set.validFrom().toString())
        .put("at", set.atMillis())
        .put("by", set.by());
    return body.set("tariff", TariffCodec.encode(set.tariff()));
  }

  /**
   * Reads an entry.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Deed decode(byte[] bytes) {
    JsonNode body;
    try {
      body = JSON.readTree(bytes);
    } catch (IOException e) {
      throw new IllegalArgumentException("a settlement entry is no JSON", e);
    }
    long at = body.path("at").asLong();
    String by = body.path("by").asText();
    return switch (body.path("type").asText()) {
      case "payment" ->
          new Deed.Payment(
              body.path("receipt").asText(),
              body.path("person").asLong(),
              body.path("fen").asInt(),
              Words.of(Deed.Method.class, body.path("method").asText()),
              at,
              LocalDate.parse(body.path("day").asText()),
              by,
              body.path("note").asText());
      case "payment-void" ->
          new Deed.PaymentVoided(
              body.path("receipt").asText(), at, by, body.path("reason").asText());
      case "cash-up" ->
          new Deed.CashUp(
              LocalDate.parse(body.path("day").asText()),
              at,
              by,
              body.path("expected").asInt(),
              body.path("counted").asInt(),
              body.path("note").asText());
      case "tariff" ->
          new Deed.TariffSet(
              LocalDate.parse(body.path("validFrom").asText()),
              at,
              by,
              TariffCodec.decode(body.path("tariff")));
      default -> throw new IllegalArgumentException("a settlement entry of an unknown type");
    };
  }
}
