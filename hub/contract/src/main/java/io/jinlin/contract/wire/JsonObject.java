package io.jinlin.contract.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object as names and values: {@code String}, {@code Long}, {@code Boolean}, {@code
 * JsonObject}, {@code List} of those, or {@link #OTHER} for what the wire never holds (fractions,
 * numbers over 64 bits). A JSON null is as good as absent; of two equal names the last stands.
 */
final class JsonObject {
  /** A value that no field of the wire can have. */
  static final Object OTHER = new Object();

  /** An object without fields. */
  static final JsonObject EMPTY = new JsonObject();

  private static final int USUAL_FIELDS = 16;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.MAX_JSON_DEPTH)
                  .maxStringLength(Limits.MAX_TEXT_LENGTH)
                  .maxNameLength(Limits.MAX_NAME_LENGTH)
                  .maxNumberLength(Limits.MAX_NUMBER_LENGTH)
                  .build())
          .build();

  private String[] names = new String[USUAL_FIELDS];
  private Object[] values = new Object[USUAL_FIELDS];
  private int size;

  private JsonObject() {}

  /** Reads an object in UTF-8 that begins at the first byte; null for anything else. */
  static @Nullable JsonObject parse(byte[] bytes, int offset, int length) {
    // Jackson would guess UTF-16 from a zero byte beside the brace.
    if (length < 2 || bytes[offset] != '{' || bytes[offset + 1] == 0) {
      return null;
    }
    try (JsonParser parser = FACTORY.createParser(bytes, offset, length)) {
      parser.nextToken();
      JsonObject object = object(parser);
      return parser.nextToken() == null ? object : null;
    } catch (IOException | RuntimeException notJson) {
      return null;
    }
  }

  /** The value of a name, or null when it is absent. */
  @Nullable Object get(String name) {
    for (int i = size - 1; i >= 0; i--) {
      if (names[i].equals(name)) {
        return values[i];
      }
    }
    return null;
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    JsonObject object = new JsonObject();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (token != JsonToken.VALUE_NULL) {
        object.add(name, value(parser, token));
      }
    }
    return object;
  }

  private void add(String name, Object value) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    names[size] = name;
    values[size++] = value;
  }

  private static Object value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NUMBER_INT -> whole(parser);
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      default -> OTHER;
    };
  }

  private static Object whole(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? OTHER
        : (Object) parser.getLongValue();
  }

  private static List<Object> list(JsonParser parser) throws IOException {
    List<Object> list = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      list.add(value(parser, token));
    }
    return list;
  }
}
