package io.jinlin.e2e.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A member of staff at the hub's own interface, signed in with name and password. */
final class HubDesk {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int UNAUTHORISED = 401;
  private static final int CLIENT_ERROR = 400;

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(TIMEOUT).build();
  private final URI hub;
  private final Map<String, String> credentials;
  private String csrf = "";

  /**
   * @param hub for example {@code http://127.0.0.1:8080/}
   */
  HubDesk(URI hub, String account, String password) {
    this.hub = hub;
    this.credentials = Map.of("account", account, "password", password);
  }

  /** What goes on now; signs in first where that is needed. */
  JsonNode live() {
    HttpResponse<String> answer = send(get("api/live"));
    if (answer.statusCode() == UNAUTHORISED) {
      signIn();
      answer = send(get("api/live"));
    }
    return json(answer);
  }

  /**
   * Does something.
   *
   * @throws IllegalStateException when the hub refused, with its code
   */
  void act(String path, Map<String, String> body) {
    json(send(post(path, body)));
  }

  private void signIn() {
    csrf = json(send(post("api/login", credentials))).path("csrf").asText();
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(hub.resolve(path)).timeout(TIMEOUT).build();
  }

  private HttpRequest post(String path, Map<String, String> body) {
    try {
      return HttpRequest.newBuilder(hub.resolve(path))
          .timeout(TIMEOUT)
          .header("Content-Type", "application/json")
          .header("X-CSRF-Token", csrf)
          .POST(BodyPublishers.ofString(mapper.writeValueAsString(body)))
          .build();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException away) {
      throw new UncheckedIOException("the hub is away: " + away.getMessage(), away);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }

  private JsonNode json(HttpResponse<String> answer) {
    JsonNode body;
    try {
      body = mapper.readTree(answer.body());
    } catch (IOException notJson) {
      throw new IllegalStateException("the hub answered " + answer.statusCode(), notJson);
    }
    if (answer.statusCode() >= CLIENT_ERROR) {
      throw new IllegalStateException(
          "the hub refused: "
              + answer.statusCode()
              + " "
              + body.path("error").path("code").asText());
    }
    return body;
  }
}
