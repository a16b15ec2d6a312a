package io.jinlin.hub.api;

import io.jinlin.hub.live.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Words for people by key, in both languages; the files have the same keys. */
final class Catalogue {

  private final Properties zh;
  private final Properties en;

  /** Reads {@code /api/NAME_zh.properties} and its English sister. */
  Catalogue(String name) {
    this.zh = load("/api/" + name + "_zh.properties");
    this.en = load("/api/" + name + "_en.properties");
  }

  private static Properties load(String resource) {
    Properties properties = new Properties();
    try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a key, {@code {0}} replaced; the key itself when there are none. */
  Text words(String key, String detail) {
    return new Text(
        zh.getProperty(key, key).replace("{0}", detail),
        en.getProperty(key, key).replace("{0}", detail));
  }
}
