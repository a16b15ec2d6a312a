package io.jinlin.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {

  @TempDir private static Path folder;
  private static TestHub hub;

  private final StaffClient browser = new StaffClient(hub.port());

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/board",
        "/deliveries/",
        "/deliveries/worker.js",
        "/assets/app.js",
        "/shared/tokens.css",
        "/webjars/lit/3.3.2/index.js",
        "/webjars/uplot/1.6.30/dist/uPlot.esm.js"
      })
  void thePagesAndWhatTheyLoadAreThere(String path) throws Exception {
    StaffClient.Answer answer = browser.get(path);
    assertThat(answer.status()).isEqualTo(200);
    HttpHeaders headers = answer.raw().headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void aPageThatDidNotChangeIsNotSentAgain() throws Exception {
    String tag = browser.get("/").raw().headers().firstValue("ETag").orElseThrow();
    StaffClient.Answer again =
        browser.send(browser.request("/").header("If-None-Match", tag).GET().build());
    assertThat(again.status()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../../db/migration/V2__people_places.sql",
        "/assets/%2e%2e/%2e%2e/logback.xml",
        "/shared/..%2f..%2flogback.xml",
        "/assets/",
        "/webjars/../maven/x.json",
        "/nothing"
      })
  void nothingElseOfTheClassPathIsShown(String path) throws Exception {
    assertThat(answer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n")).startsWith("HTTP/1.1 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8080",
        "127.0.0.1",
        "[::1]:80",
        "jinlin-hub",
        "hub.local",
        "hub.example"
      })
  void theHubAnswersUnderItsOwnNames(String host) throws Exception {
    assertThat(answer("GET / HTTP/1.1\r\nHost: " + host + "\r\n")).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "hub.local.evil.example:8080"})
  void aStrangersNameThatPointsAtTheHubIsRefused(String host) throws Exception {
    assertThat(answer("GET / HTTP/1.1\r\nHost: " + host + "\r\n")).startsWith("HTTP/1.1 421");
  }

  @Test
  void http2WithoutTlsIsNotSpokenNeitherAtOnceNorByUpgrade() throws Exception {
    String upgrade =
        "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n";
    assertThat(answer(upgrade)).startsWith("HTTP/1.1 200");
    String preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n";
    assertThat(answer(preface)).doesNotContain("SETTINGS").matches("(?s)(HTTP/\\d\\.\\d [45].*)?");
  }

  /** A request as bytes: the client of the JDK sets the host and cleans the path itself. */
  private static String answer(String request) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", hub.port())) {
      OutputStream out = socket.getOutputStream();
      out.write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
