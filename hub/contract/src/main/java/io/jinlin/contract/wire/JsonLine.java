package io.jinlin.contract.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes one JSON object on one line, fields in the order they are put, no white space: the same
 * value always gives the same bytes.
 */
public final class JsonLine {
  private static final int USUAL_LENGTH = 256;

  private final StringBuilder json;

  private JsonLine(StringBuilder json) {
    this.json = json;
  }

  /** Begins an object. */
  public static JsonLine object() {
    return new JsonLine(new StringBuilder(USUAL_LENGTH).append('{'));
  }

  /** Begins a message: an object whose first field is the wire version. */
  public static JsonLine message() {
    return object().put("v", Limits.VERSION);
  }

  /** A text. */
  public JsonLine put(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  /** A whole number. */
  public JsonLine put(String name, long value) {
    name(name);
    json.append(value);
    return this;
  }

  /** Yes or no. */
  public JsonLine put(String name, boolean value) {
    name(name);
    json.append(value);
    return this;
  }

  /** A list of texts. */
  public JsonLine putTexts(String name, List<String> values) {
    name(name);
    json.append('[');
    for (int i = 0; i < values.size(); i++) {
      json.append(i == 0 ? "" : ",");
      quote(values.get(i));
    }
    json.append(']');
    return this;
  }

  /** A list of whole numbers. */
  public JsonLine putNumbers(String name, List<Integer> values) {
    name(name);
    json.append('[');
    for (int i = 0; i < values.size(); i++) {
      json.append(i == 0 ? "" : ",").append(values.get(i).intValue());
    }
    json.append(']');
    return this;
  }

  /** A list of objects, each filled by {@code writer}. */
  public <T> JsonLine putObjects(String name, List<T> values, BiConsumer<JsonLine, T> writer) {
    name(name);
    json.append('[');
    for (int i = 0; i < values.size(); i++) {
      json.append(i == 0 ? "{" : ",{");
      writer.accept(this, values.get(i));
      json.append('}');
    }
    json.append(']');
    return this;
  }

  /** One object, filled by {@code writer}. */
  public <T> JsonLine putObject(String name, T value, BiConsumer<JsonLine, T> writer) {
    name(name);
    json.append('{');
    writer.accept(this, value);
    json.append('}');
    return this;
  }

  /** Ends the object: its bytes in UTF-8, without a line end. */
  public byte[] bytes() {
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void name(String name) {
    if (json.charAt(json.length() - 1) != '{') {
      json.append(',');
    }
    json.append('"').append(name).append("\":");
  }

  private void quote(String value) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
