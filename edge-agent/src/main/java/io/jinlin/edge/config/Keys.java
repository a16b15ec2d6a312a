package io.jinlin.edge.config;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.contract.event.Fact;
import java.util.Locale;
import java.util.Optional;

/** Keys with a shape of their own; a wrong value is noted and stands as one that is harmless. */
final class Keys {
  private static final String UNSET = "unset";

  private final ConfigReader reader;

  Keys(ConfigReader reader) {
    this.reader = reader;
  }

  String id(String key) {
    String text = reader.text(key);
    return text.isEmpty() ? UNSET : id(key, text);
  }

  private String id(String key, String text) {
    if (!text.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      reader.problem(key + " must be 1 to 40 of a-z, 0-9 and hyphens, not " + text);
      return UNSET;
    }
    return text;
  }

  Optional<String> optionalId(String key) {
    return reader.optionalText(key).map(text -> id(key, text));
  }

  String host(String key, String otherwise) {
    String text = reader.text(key, otherwise);
    if (text.length() > Fact.MAX_NOTE_LENGTH || text.contains("/") || text.contains(" ")) {
      reader.problem(key + " must be a host name or an address, without scheme or port");
      return otherwise;
    }
    return text;
  }

  /** Hexadecimal, with or without colons, as tools print it. */
  Optional<String> pin(String key) {
    return reader
        .optionalText(key)
        .map(text -> text.replace(":", "").toLowerCase(Locale.ROOT))
        .filter(
            text -> {
              boolean good = text.matches("[0-9a-f]{64}");
              if (!good) {
                reader.problem(key + " must be a SHA-256 in 64 hexadecimal digits");
              }
              return good;
            });
  }
}
