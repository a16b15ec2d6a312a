package io.jinlin.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.event.Words;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders and what belongs to them as JSON, for the page and for the journal. Reading throws {@link
 * IllegalArgumentException} that names the field.
 */
public final class OrderJson {
  private OrderJson() {}

  /** An order. */
  public static ObjectNode of(Order order) {
    ObjectNode body = object();
    body.put("id", order.id())
        .put("person", order.person())
        .put("meal", order.meal())
        .put("way", Words.of(order.way()));
    ArrayNode diets = body.putArray("diets");
    order.diets().stream().sorted().forEach(diet -> diets.add(Words.of(diet)));
    ArrayNode weekdays = body.putArray("weekdays");
    order.weekdays().stream().sorted().forEach(day -> weekdays.add(day.getValue()));
    body.put("from", order.from().toString());
    order.until().ifPresent(until -> body.put("until", until.toString()));
    return body.put("source", Words.of(order.source())).put("note", order.note());
  }

  /**
   * Reads an order.
   *
   * @param id its name; what the body says of it does not count
   */
  public static Order order(JsonNode body, String id) {
    Set<Diet> diets = EnumSet.noneOf(Diet.class);
    body.path("diets").forEach(word -> diets.add(Words.of(Diet.class, word.asText())));
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    body.path("weekdays").forEach(number -> weekdays.add(weekday(number.asInt())));
    return new Order(
        id,
        body.path("person").asLong(),
        body.path("meal").asText(),
        Words.of(Way.class, body.path("way").asText()),
        diets,
        weekdays,
        day(body, "from"),
        body.hasNonNull("until") ? Optional.of(day(body, "until")) : Optional.empty(),
        Words.of(Order.Source.class, body.path("source").asText()),
        body.path("note").asText("").strip());
  }

  private static DayOfWeek weekday(int number) {
    if (number < 1 || number > 7) {
      throw new IllegalArgumentException("weekdays are numbers from 1, Monday, to 7");
    }
    return DayOfWeek.of(number);
  }

  static ObjectNode of(Pause pause) {
    ObjectNode body =
        object()
            .put("id", pause.id())
            .put("person", pause.person())
            .put("from", pause.from().toString())
            .put("reason", pause.reason());
    pause.until().ifPresent(until -> body.put("until", until.toString()));
    return body;
  }

  static Pause pause(JsonNode body, String id) {
    return new Pause(
        id,
        body.path("person").asLong(),
        day(body, "from"),
        body.hasNonNull("until") ? Optional.of(day(body, "until")) : Optional.empty(),
        body.path("reason").asText());
  }

  /** Until when orders can be changed, by meal. */
  public static ObjectNode of(Map<String, CutOff> cutOffs) {
    ObjectNode body = object();
    cutOffs.forEach(
        (meal, cutOff) ->
            body.putObject(meal)
                .put("daysBefore", cutOff.daysBefore())
                .put("time", cutOff.time().toString()));
    return body;
  }

  /** Reads until when orders can be changed. */
  public static Map<String, CutOff> cutOffs(JsonNode body) {
    Map<String, CutOff> cutOffs = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : body.properties()) {
      try {
        LocalTime time = LocalTime.parse(one.getValue().path("time").asText());
        cutOffs.put(one.getKey(), new CutOff(one.getValue().path("daysBefore").asInt(), time));
      } catch (DateTimeException notATime) {
        throw new IllegalArgumentException("time of " + one.getKey() + " is not like 09:00");
      }
    }
    return cutOffs;
  }

  static ObjectNode of(Visit visit) {
    return object()
        .put("key", visit.key())
        .put("occasion", visit.occasion().text())
        .put("person", visit.person())
        .put("outcome", Words.of(visit.outcome()))
        .put("note", visit.note())
        .put("at", visit.atMillis())
        .put("by", visit.by());
  }

  static Visit visit(JsonNode body) {
    return new Visit(
        body.path("key").asText(),
        occasion(body),
        body.path("person").asLong(),
        Words.of(Visit.Outcome.class, body.path("outcome").asText()),
        body.path("note").asText(),
        body.path("at").asLong(),
        body.path("by").asText());
  }

  static ObjectNode of(DoorTask.Step step) {
    return object()
        .put("key", step.key())
        .put("kind", Words.of(step.kind()))
        .put("reached", step.reached())
        .put("note", step.note())
        .put("at", step.atMillis())
        .put("by", step.by());
  }

  static DoorTask.Step step(JsonNode body) {
    return new DoorTask.Step(
        body.path("key").asText(),
        Words.of(DoorTask.Kind.class, body.path("kind").asText()),
        body.path("reached").asBoolean(),
        body.path("note").asText(),
        body.path("at").asLong(),
        body.path("by").asText());
  }

  static Occasion occasion(JsonNode body) {
    return Occasion.parse(body.path("occasion").asText())
        .orElseThrow(() -> new IllegalArgumentException("occasion is none"));
  }

  static LocalDate day(JsonNode body, String field) {
    try {
      return LocalDate.parse(body.path(field).asText());
    } catch (DateTimeException notADay) {
      throw new IllegalArgumentException(field + " is not a day like 2026-11-24");
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
