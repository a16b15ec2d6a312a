package io.jinlin.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The colours of tokens.css as a browser computes them, by the contrast formula of WCAG 2. */
@Tag("slow")
class ContrastTest {
  private static final double PAGES = 4.5;
  private static final double KIOSK = 7;
  private static final Pattern NUMBERS = Pattern.compile("(\\d+), (\\d+), (\\d+)");

  @Test
  void textIsReadableOnEveryGroundItStandsOnInBothSchemes() throws IOException {
    try (Browser browser = new Browser();
        FixtureHub hub = new FixtureHub()) {
      Page page = browser.page(800, 600);
      page.navigate(hub.url("/"));
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        for (String[] pair : pairs()) {
          assertThat(contrast(page, pair[0], pair[1]))
              .as("%s on %s, %s", pair[0], pair[1], scheme)
              .isGreaterThanOrEqualTo(pair[0].startsWith("--k-") ? KIOSK : PAGES);
        }
      }
    }
  }

  private static List<String[]> pairs() {
    List<String[]> pairs = new ArrayList<>();
    for (String text : List.of("ink", "ink-2", "ink-3", "accent", "ok", "warn", "bad", "info")) {
      for (String ground : List.of("paper", "surface", "surface-2")) {
        pairs.add(new String[] {"--" + text, "--" + ground});
      }
    }
    for (String tone : List.of("accent", "ok", "warn", "bad", "info")) {
      pairs.add(new String[] {"--" + tone, "--" + tone + "-soft"});
    }
    for (String filled : List.of("accent", "alarm", "seal")) {
      pairs.add(new String[] {"--on-" + filled, "--" + filled});
    }
    for (String state : List.of("idle", "ok", "already", "ask", "calm", "not-now", "trouble")) {
      pairs.add(new String[] {"--k-on-" + state, "--k-" + state});
    }
    return pairs;
  }

  private static double contrast(Page page, String text, String ground) {
    double a = luminance(page, text);
    double b = luminance(page, ground);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Page page, String token) {
    Object colour =
        page.evaluate(
            "token => { document.body.style.setProperty('color', `var(${token})`);"
                + " return getComputedStyle(document.body).color; }",
            token);
    Matcher parts = NUMBERS.matcher(colour.toString());
    assertThat(parts.find()).as("%s is %s", token, colour).isTrue();
    return 0.2126 * linear(parts.group(1))
        + 0.7152 * linear(parts.group(2))
        + 0.0722 * linear(parts.group(3));
  }

  private static double linear(String part) {
    double value = Integer.parseInt(part) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
