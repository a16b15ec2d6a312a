package io.jinlin.e2e.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Somebody at a page of the staff console. */
public final class Staff {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private String cookie = "";
  private String csrf = "";

  public Staff(int port) {
    this.port = port;
  }

  public void login(String account, String password) throws Exception {
    String body =
        JSON.createObjectNode().put("account", account).put("password", password).toString();
    HttpResponse<String> answer = send(posting("/api/login", body));
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    cookie = set.substring(0, set.indexOf(';'));
    csrf = JSON.readTree(answer.body()).path("csrf").asText();
  }

  public String get(String path) throws Exception {
    return send(request(path).GET()).body();
  }

  public String post(String path, String json) throws Exception {
    return send(posting(path, json)).body();
  }

  /** Sends a list of residents. */
  public String upload(String name, byte[] list) throws Exception {
    HttpRequest.Builder request =
        posting("/api/imports/file", "")
            .setHeader("Content-Type", "application/octet-stream")
            .header("X-File-Name", name)
            .POST(HttpRequest.BodyPublishers.ofByteArray(list));
    return send(request).body();
  }

  /**
   * An act in the programme's store, with single quotes for double ones; the newest member's id.
   */
  int does(String act, String json) throws Exception {
    HttpResponse<String> answer = send(posting("/api/programme/" + act, json.replace('\'', '"')));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(act + ": " + answer.body());
    }
    int newest = 0;
    for (JsonNode member : JSON.readTree(answer.body()).path("members")) {
      newest = Math.max(newest, member.path("id").asInt());
    }
    return newest;
  }

  private HttpRequest.Builder posting(String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .header("X-CSRF-Token", csrf)
        .POST(HttpRequest.BodyPublishers.ofString(json));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
