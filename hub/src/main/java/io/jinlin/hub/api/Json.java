package io.jinlin.hub.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.WordTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values as JSON and back. */
final class Json {

  private static final int MAX_CLIP = 40;
  private static final int MAX_DEPTH = 8;
  private static final int MAX_TEXT_LENGTH = 4_096;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_TEXT_LENGTH)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  String text(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value of ours cannot be written", e);
    }
  }

  ObjectNode object() {
    return mapper.createObjectNode();
  }

  /** Reads an object; anything else is refused. */
  ObjectNode read(byte[] bytes) {
    try {
      JsonNode node = mapper.readTree(bytes);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException notJson) {
      throw new Refused(400, "not-json");
    }
    throw new Refused(400, "not-json");
  }

  /** A text field that must be there. */
  static String text(ObjectNode body, String field) {
    JsonNode node = field(body, field);
    if (!node.isTextual()) {
      throw new Refused(400, "field-invalid", field);
    }
    return node.textValue();
  }

  /** A whole number within bounds, both included, that must be there. */
  static int integer(ObjectNode body, String field, int least, int most) {
    JsonNode node = field(body, field);
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new Refused(400, "field-invalid", field);
    }
    int value = node.intValue();
    if (value < least || value > most) {
      throw new Refused(400, "field-invalid", field);
    }
    return value;
  }

  /** A text field, if it is there. */
  static Optional<String> optionalText(ObjectNode body, String field) {
    JsonNode node = body.get(field);
    return node == null || node.isNull() ? Optional.empty() : Optional.of(text(body, field));
  }

  /** A reason: one line, not blank, within the bounds of the ledger. */
  static String note(ObjectNode body, String field) {
    String note = text(body, field).strip();
    if (note.isEmpty()
        || note.length() > Fact.MAX_NOTE_LENGTH
        || note.chars().anyMatch(Character::isISOControl)) {
      throw new Refused(400, "field-invalid", field);
    }
    return note;
  }

  /** A text of a stranger as it may stand in an answer. */
  static String clip(String text) {
    return text.length() > MAX_CLIP ? text.substring(0, MAX_CLIP) + "…" : text;
  }

  /** Yes or no, which must be there. */
  static boolean flag(ObjectNode body, String field) {
    JsonNode node = field(body, field);
    if (!node.isBoolean()) {
      throw new Refused(400, "field-invalid", field);
    }
    return node.booleanValue();
  }

  /** A word of an enumeration that must be there. */
  static <E extends Enum<E>> E word(ObjectNode body, String field, Class<E> type) {
    return WordTable.of(type)
        .find(text(body, field))
        .orElseThrow(() -> new Refused(400, "field-invalid", field));
  }

  /** A list of objects that must be there, at most so long. */
  static List<ObjectNode> objects(ObjectNode body, String field, int most) {
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode node : field(body, field)) {
      if (!(node instanceof ObjectNode object) || objects.size() == most) {
        throw new Refused(400, "field-invalid", field);
      }
      objects.add(object);
    }
    return objects;
  }

  /** A list of texts that must be there. */
  static List<String> texts(ObjectNode body, String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode node : field(body, field)) {
      if (!node.isTextual()) {
        throw new Refused(400, "field-invalid", field);
      }
      texts.add(node.textValue());
    }
    return texts;
  }

  private static JsonNode field(ObjectNode body, String field) {
    JsonNode node = body.get(field);
    if (node == null || node.isNull()) {
      throw new Refused(400, "field-missing", field);
    }
    return node;
  }
}
