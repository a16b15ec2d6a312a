package io.jinlin.hub.cards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/**
 * What was done with a batch, as the journal keeps it; a large one is given out in several steps.
 */
sealed interface BatchChange {
  /** A card of a batch with its sealed code. */
  record Sealed(Card card, String code) {
    @Override
    public String toString() {
      return "Sealed[" + card.number() + "]";
    }
  }

  /** Cards are new. */
  record Given(String id, long atMillis, String account, List<Sealed> cards)
      implements BatchChange {}

  /** The cards are handed out: their codes are not printed any more. */
  record Confirmed(String id, long atMillis, String account) implements BatchChange {}

  /** As the journal keeps it. */
  default byte[] body() {
    ObjectNode body = new JsonMapper().createObjectNode();
    if (this instanceof Given given) {
      body.put("what", "given").put("id", given.id());
      body.put("at", given.atMillis()).put("account", given.account());
      ArrayNode cards = body.putArray("cards");
      for (Sealed one : given.cards()) {
        CardKeys keys = one.card().keys();
        cards
            .addObject()
            .put("ref", keys.ref().text())
            .put("key", HexFormat.of().formatHex(keys.key()))
            .put("person", one.card().person())
            .put("number", one.card().number())
            .put("code", one.code());
      }
    } else if (this instanceof Confirmed confirmed) {
      body.put("what", "confirmed").put("id", confirmed.id());
      body.put("at", confirmed.atMillis()).put("account", confirmed.account());
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a body.
   *
   * @throws IOException when it is none
   */
  static BatchChange of(byte[] body) throws IOException {
    JsonNode read = new JsonMapper().readTree(body);
    String id = read.path("id").asText();
    long at = read.path("at").asLong();
    String account = read.path("account").asText();
    if (read.path("what").asText().equals("confirmed")) {
      return new Confirmed(id, at, account);
    }
    List<Sealed> cards = new ArrayList<>();
    try {
      for (JsonNode card : read.path("cards")) {
        CardRef ref = CardRef.parse(card.path("ref").asText()).orElseThrow();
        byte[] key = HexFormat.of().parseHex(card.path("key").asText());
        long person = card.path("person").asLong();
        String number = card.path("number").asText();
        Card fresh = new Card(CardKeys.of(ref, key), person, number, at, OptionalLong.empty());
        cards.add(new Sealed(fresh, card.path("code").asText()));
      }
    } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
      throw new IOException("a batch of cards that cannot be", e);
    }
    return new Given(id, at, account, cards);
  }
}
