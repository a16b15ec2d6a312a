package io.jinlin.hub.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What a browser does that has one page of the staff console open. */
public final class StaffClient {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private String cookie = "";
  private String csrf = "";

  public StaffClient(int port) {
    this.port = port;
  }

  /** An answer: its status and, if it is JSON, its content. */
  public record Answer(int status, JsonNode json, HttpResponse<String> raw) {
    /** The code of a refusal; empty for none. */
    public String code() {
      return json.path("error").path("code").asText();
    }
  }

  /** Signs in and remembers cookie and token. */
  public Answer login(String account, String password) throws Exception {
    Answer answer =
        post(
            "/api/login",
            JSON.createObjectNode().put("account", account).put("password", password).toString());
    remember(answer);
    return answer;
  }

  /** Takes over what an answer sets. */
  public void remember(Answer answer) {
    Optional<String> set = answer.raw().headers().firstValue("Set-Cookie");
    set.ifPresent(value -> cookie = value.substring(0, value.indexOf(';')));
    csrf = answer.json().path("csrf").asText();
  }

  /** What every change must carry. */
  public String csrf() {
    return csrf;
  }

  public Answer get(String path) throws Exception {
    return send(request(path).GET().build());
  }

  public Answer post(String path, String json) throws Exception {
    return send(post(path, json, "X-CSRF-Token", csrf));
  }

  /** A post with another header instead of, or besides, the usual ones. */
  public HttpRequest post(String path, String json, String header, String value) {
    return request(path)
        .header("Content-Type", "application/json")
        .setHeader("X-CSRF-Token", csrf)
        .setHeader(header, value)
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
  }

  public Answer send(HttpRequest request) throws Exception {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    boolean isJson =
        response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
    JsonNode json = isJson ? JSON.readTree(response.body()) : JSON.createObjectNode();
    return new Answer(response.statusCode(), json, response);
  }

  /** Opens a stream. */
  public HttpResponse<InputStream> stream(String path) throws Exception {
    return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Cookie", cookie);
  }
}
