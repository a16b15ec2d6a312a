package io.jinlin.hub.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.residents.Entitlement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@link Tariff} as JSON, for the page and for the journal. */
public final class TariffCodec {
  private TariffCodec() {}

  /** The tariff as an object. */
  public static ObjectNode encode(Tariff tariff) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    putFen(body.putObject("meals"), tariff.fullFen());
    ArrayNode rules = body.putArray("rules");
    for (Tariff.Rule rule : tariff.rules()) {
      ObjectNode node = rules.addObject();
      node.put("id", rule.id()).put("zh", rule.name()).put("en", rule.nameEnglish());
      ArrayNode tiers = node.putArray("tiers");
      rule.tiers().stream().sorted().forEach(tier -> tiers.add(Words.of(tier)));
      node.put("fromAge", rule.fromAge());
      putFen(node.putObject("pays"), rule.paysFen());
    }
    ArrayNode payers = body.putArray("payers");
    for (Tariff.Payer payer : tariff.payers()) {
      ObjectNode node = payers.addObject();
      node.put("id", payer.id()).put("zh", payer.name()).put("en", payer.nameEnglish());
      payer.mostFen().ifPresent(most -> node.put("mostFen", most));
    }
    return body;
  }

  private static void putFen(ObjectNode node, Map<String, Integer> fen) {
    fen.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> node.put(one.getKey(), one.getValue()));
  }

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException naming the field that is missing or wrong
   */
  public static Tariff decode(JsonNode body) {
    List<Tariff.Rule> rules = new ArrayList<>();
    for (JsonNode rule : array(body, "rules")) {
      rules.add(
          new Tariff.Rule(
              text(rule, "id"),
              text(rule, "zh"),
              text(rule, "en"),
              tiers(rule),
              integer(rule, "fromAge"),
              fen(rule, "pays")));
    }
    List<Tariff.Payer> payers = new ArrayList<>();
    for (JsonNode payer : array(body, "payers")) {
      Optional<Integer> most =
          payer.hasNonNull("mostFen") ? Optional.of(integer(payer, "mostFen")) : Optional.empty();
      payers.add(new Tariff.Payer(text(payer, "id"), text(payer, "zh"), text(payer, "en"), most));
    }
    return new Tariff(fen(body, "meals"), rules, payers);
  }

  private static Set<Entitlement.Tier> tiers(JsonNode rule) {
    Set<Entitlement.Tier> tiers = new LinkedHashSet<>();
    array(rule, "tiers")
        .forEach(tier -> tiers.add(Words.of(Entitlement.Tier.class, tier.asText())));
    return tiers;
  }

  private static Map<String, Integer> fen(JsonNode body, String field) {
    JsonNode node = body.path(field);
    if (!node.isObject()) {
      throw new IllegalArgumentException(field + " is missing or no object");
    }
    Map<String, Integer> fen = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : node.properties()) {
      fen.put(one.getKey(), integer(node, one.getKey()));
    }
    return fen;
  }

  private static JsonNode array(JsonNode body, String field) {
    JsonNode node = body.path(field);
    if (!node.isArray()) {
      throw new IllegalArgumentException(field + " is missing or no list");
    }
    return node;
  }

  private static String text(JsonNode body, String field) {
    JsonNode node = body.path(field);
    if (!node.isTextual()) {
      throw new IllegalArgumentException(field + " is missing or no text");
    }
    return node.textValue();
  }

  private static int integer(JsonNode body, String field) {
    JsonNode node = body.path(field);
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new IllegalArgumentException(field + " is missing or no whole number");
    }
    return node.intValue();
  }
}
