package io.jinlin.hub.copies;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Chinese and English words, side by side: the reader of a copy need not choose. */
final class CopyWords {
  private final Properties words = new Properties();

  CopyWords() {
    try (InputStream in = CopyWords.class.getResourceAsStream("/copies/words.properties")) {
      words.load(
          new InputStreamReader(
              Objects.requireNonNull(in, "words.properties"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a key that must be there. */
  String of(String key) {
    String found = words.getProperty(key);
    if (found == null) {
      throw new IllegalStateException("no words for " + key);
    }
    return found;
  }

  /** The words of a value in a column; the value itself where it says enough. */
  String value(String column, String value) {
    return words.getProperty(column + "." + value, value);
  }
}
