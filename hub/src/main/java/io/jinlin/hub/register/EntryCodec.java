package io.jinlin.hub.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.residents.Category;
import io.jinlin.hub.residents.Household;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Sex;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Entries and households as JSON; the same entry always as the same text. */
final class EntryCodec {
  private static final JsonMapper JSON = new JsonMapper();

  private EntryCodec() {}

  static ObjectNode encode(Entry entry) {
    Person person = entry.person();
    ObjectNode node = JSON.createObjectNode();
    node.put("id", person.id());
    person.household().ifPresent(home -> node.put("household", home));
    node.put("name", person.name())
        .put("sex", Words.of(person.sex()))
        .put("born", person.born().toString());
    person.phone().ifPresent(phone -> node.put("phone", phone));
    node.put("language", person.language()).put("role", Words.of(person.role()));
    person.died().ifPresent(day -> node.put("died", day.toString()));
    entry.number().ifPresent(number -> node.put("number", number));
    entry
        .identity()
        .ifPresent(
            identity ->
                node.putObject("identity")
                    .put("hash", identity.hash())
                    .put("sealed", identity.sealed())
                    .put("end", identity.end()));
    entry.lunar().ifPresent(lunar -> node.put("lunar", lunar));
    ArrayNode kinds = node.putArray("categories");
    entry.categories().stream().sorted().forEach(kind -> kinds.add(Words.of(kind)));
    return node;
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when a field is missing or out of bounds
   */
  static Entry decode(JsonNode node) {
    JsonNode home = node.path("household");
    Person person =
        new Person(
            node.path("id").asLong(),
            home.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(home.asLong()),
            node.path("name").asText(),
            Words.of(Sex.class, node.path("sex").asText()),
            LocalDate.parse(node.path("born").asText()),
            text(node, "phone"),
            node.path("language").asText(),
            Words.of(Person.Role.class, node.path("role").asText()),
            text(node, "died").map(LocalDate::parse));
    JsonNode identity = node.path("identity");
    Set<Category.Kind> kinds = EnumSet.noneOf(Category.Kind.class);
    node.path("categories")
        .forEach(kind -> kinds.add(Words.of(Category.Kind.class, kind.asText())));
    return new Entry(
        person,
        text(node, "number"),
        identity.isObject()
            ? Optional.of(
                new Identity(
                    identity.path("hash").asText(),
                    identity.path("sealed").asText(),
                    identity.path("end").asText()))
            : Optional.empty(),
        text(node, "lunar"),
        kinds);
  }

  static ObjectNode encode(Household home) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("id", home.id())
            .put("phase", home.phase())
            .put("block", home.block())
            .put("stair", home.stair())
            .put("room", home.room())
            .put("grid", home.grid());
    home.file().ifPresent(file -> node.put("file", file));
    return node;
  }

  static Household household(JsonNode node) {
    return new Household(
        node.path("id").asLong(),
        node.path("phase").asInt(),
        node.path("block").asInt(),
        node.path("stair").asInt(),
        node.path("room").asInt(),
        node.path("grid").asText(),
        text(node, "file"));
  }

  static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.hasNonNull(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
  }
}
