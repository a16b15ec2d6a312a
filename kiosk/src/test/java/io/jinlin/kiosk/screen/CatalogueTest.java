package io.jinlin.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Pattern ENTRY = Pattern.compile("(?m)^  '([^']+)': '(.*)',$");
  private static final Pattern HOLE = Pattern.compile("\\{\\w+}");

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    Map<String, String> chinese = catalogue("zh.js");
    Map<String, String> english = catalogue("en.js");
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
    assertThat(chinese.keySet()).hasSizeGreaterThan(50);
    chinese.forEach(
        (key, text) -> {
          if (!key.equals("date") && !key.equals("weekdays")) {
            assertThat(holes(english.get(key))).as(key).isEqualTo(holes(text));
          }
        });
  }

  private static Map<String, String> catalogue(String file) throws IOException {
    try (InputStream in =
        CatalogueTest.class.getClassLoader().getResourceAsStream("web/kiosk/" + file)) {
      Matcher entries = ENTRY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Map<String, String> found = new TreeMap<>();
      while (entries.find()) {
        found.put(entries.group(1), entries.group(2));
      }
      return found;
    }
  }

  private static Set<String> holes(String text) {
    Set<String> holes = new TreeSet<>();
    Matcher matcher = HOLE.matcher(text);
    while (matcher.find()) {
      holes.add(matcher.group());
    }
    return holes;
  }
}
