package io.jinlin.hub.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Deque's axe-core and a few questions of ours to a page as it stands: what keeps somebody out who
 * cannot see, hear, or aim well. Only faults that axe calls serious or critical are told.
 */
final class Axe {
  private static final String ENGINE = resource("/axe.min.js");
  private static final String QUESTIONS = resource("/accessibility.js");

  private Axe() {}

  /** Every fault in one line, with what it is about. */
  static List<String> faults(Page page, String language) {
    return faults(page, language, false);
  }

  /** What a size can change, of a page that was asked already in this language. */
  static List<String> faultsOfSize(Page page, String language) {
    return faults(page, language, true);
  }

  private static List<String> faults(Page page, String language, boolean again) {
    if (page.evaluate("() => typeof window.axe").equals("undefined")) {
      page.evaluate(ENGINE);
    }
    List<?> faults =
        (List<?>) page.evaluate(QUESTIONS, Map.of("language", language, "again", again));
    return faults.stream().map(String::valueOf).toList();
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
