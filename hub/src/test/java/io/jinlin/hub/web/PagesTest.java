package io.jinlin.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the pages fit together; no browser needed. */
class PagesTest {
  private static final Pattern MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
  private static final Pattern IMPORT = Pattern.compile("(?:from|import) '(/[^']+)'");
  private static final Pattern KEY = Pattern.compile("^  '([^']+)':", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web/index.html",
        "web/board.html",
        "web/clinic-board.html",
        "web/deliveries.html"
      })
  void everyPageCarriesTheOneImportMapThatThePolicyNames(String page) throws Exception {
    String map = importMap(text(page));
    assertThat(map).isEqualTo(importMap(text("web/importmap.txt")));
    assertThat(text("web/csp.txt")).contains("script-src 'self' 'sha256-" + sha256(map) + "'");
  }

  @Test
  void theImportMapNamesFilesOfTheVersionsThatTheBuildHas() throws IOException {
    JsonNode imports =
        new ObjectMapper().readTree(importMap(text("web/importmap.txt"))).path("imports");
    List<String> files = new ArrayList<>();
    imports.forEach(file -> files.add(file.asText()));
    assertThat(files).isNotEmpty();
    for (String file : files) {
      String resource = Pages.resource(file.endsWith("/") ? file + "package.json" : file);
      assertThat(getClass().getClassLoader().getResource(resource)).as(file).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/board", "/clinic-board", "/deliveries/"})
  void everyFileThatAPageAsksForIsThere(String path) throws IOException {
    List<String> open = new ArrayList<>(List.of(path));
    for (int i = 0; i < open.size(); i++) {
      String source = text(Pages.resource(open.get(i)));
      for (Pattern pattern : List.of(LINK, IMPORT)) {
        Matcher found = pattern.matcher(source);
        while (found.find()) {
          String next = found.group(1);
          if (!open.contains(next) && next.matches(".*\\.(js|css|svg)")) {
            open.add(next);
          }
        }
      }
    }
    assertThat(open).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web/assets/",
        "web/assets/accounts/",
        "web/assets/attendance/",
        "web/assets/canteen/",
        "web/assets/orders/",
        "web/"
      })
  void bothLanguagesHaveTheSameKeys(String folder) throws IOException {
    assertThat(keys(folder + "en.js")).containsExactlyInAnyOrderElementsOf(keys(folder + "zh.js"));
  }

  private static List<String> keys(String resource) throws IOException {
    return KEY.matcher(text(resource)).results().map(found -> found.group(1)).toList();
  }

  private static String importMap(String page) {
    Matcher map = MAP.matcher(page);
    assertThat(map.find()).isTrue();
    return map.group(1);
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = PagesTest.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
