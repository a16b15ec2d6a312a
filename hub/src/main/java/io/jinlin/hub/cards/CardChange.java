package io.jinlin.hub.cards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Check;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What staff did with a person's cards in one step: one dies, or one is new, or a reprint: both.
 * Written to the journal, it holds all that it takes to do it again on an older database.
 *
 * @param account of whoever did it
 * @param reason in their words or an identifier; of a revocation only
 * @param dead the card that is dead from now on
 * @param fresh the card that is new
 */
record CardChange(
    long atMillis, String account, String reason, Optional<CardRef> dead, Optional<Card> fresh) {
  /** Longest reason, in characters. */
  static final int MAX_REASON_LENGTH = 200;

  private static final JsonMapper JSON = new JsonMapper();

  CardChange {
    Check.range("reason", reason.length(), 0, MAX_REASON_LENGTH);
    if (dead.isEmpty() && fresh.isEmpty()) {
      throw new IllegalArgumentException("a change that changes nothing");
    }
  }

  /** As the journal keeps it. */
  byte[] body() {
    ObjectNode body = JSON.createObjectNode();
    body.put("at", atMillis).put("account", account).put("reason", reason);
    dead.ifPresent(ref -> body.put("dead", ref.text()));
    fresh.ifPresent(
        card ->
            body.putObject("fresh")
                .put("ref", card.keys().ref().text())
                .put("key", HexFormat.of().formatHex(card.keys().key()))
                .put("person", card.person())
                .put("number", card.number()));
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a body.
   *
   * @throws IOException when it is none
   */
  static CardChange of(byte[] body) throws IOException {
    JsonNode read = JSON.readTree(body);
    long at = read.path("at").asLong();
    JsonNode fresh = read.path("fresh");
    try {
      return new CardChange(
          at,
          read.path("account").asText(),
          read.path("reason").asText(),
          read.has("dead") ? Optional.of(ref(read.path("dead"))) : Optional.empty(),
          fresh.isObject() ? Optional.of(card(fresh, at)) : Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new IOException("a change of cards that cannot be", e);
    }
  }

  private static Card card(JsonNode fresh, long atMillis) {
    byte[] key = HexFormat.of().parseHex(fresh.path("key").asText());
    return new Card(
        CardKeys.of(ref(fresh.path("ref")), key),
        fresh.path("person").asLong(),
        fresh.path("number").asText(),
        atMillis,
        OptionalLong.empty());
  }

  private static CardRef ref(JsonNode text) {
    return CardRef.parse(text.asText())
        .orElseThrow(() -> new IllegalArgumentException("no reference of a card"));
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "CardChange[" + atMillis + "]";
  }
}
