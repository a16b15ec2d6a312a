package io.jinlin.hub.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The pages with a hub that says what the test wants: static files from the class path under the
 * policy that all servers send, and the staff interface from a snapshot in memory. The real
 * interface has tests of its own; these are about what a browser makes of it.
 */
final class FixtureHub implements AutoCloseable {
  static final String PASSWORD = "right horse battery";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final ObjectMapper json = new ObjectMapper();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<OutputStream> streams = new CopyOnWriteArrayList<>();
  private final List<String> posted = new CopyOnWriteArrayList<>();
  private final FixtureEvents events = new FixtureEvents();
  private final String policy = new String(bytes("web/csp.txt"), StandardCharsets.UTF_8).strip();
  private final HttpServer server;
  private volatile ObjectNode snapshot;
  private volatile boolean loggedIn;
  private volatile boolean down;

  FixtureHub() throws IOException {
    snapshot = (ObjectNode) json.readTree(bytes("web/snapshot.json"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** The snapshot, to be changed before {@link #publish}. */
  ObjectNode snapshot() {
    return snapshot;
  }

  /** Sends the snapshot to every open stream. */
  void publish() throws IOException {
    for (OutputStream stream : streams) {
      send(stream, snapshot);
    }
  }

  /** Cuts every stream, and refuses what comes until {@link #up}. */
  void down() throws IOException {
    down = true;
    for (OutputStream stream : streams) {
      stream.close();
    }
    streams.clear();
  }

  void up() {
    down = false;
  }

  /** What was posted, as path and body. */
  List<String> posted() {
    return List.copyOf(posted);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (down) {
      exchange.close();
    } else if (path.endsWith("/stream")) {
      stream(exchange, path.contains("board"));
    } else if (path.startsWith("/api/")) {
      api(exchange, path);
    } else {
      file(exchange, path);
    }
  }

  private void stream(HttpExchange exchange, boolean board) throws IOException {
    if (!board && !loggedIn) {
      reply(exchange, 401, refusal("not-signed-in", "请先登录", "Please log in"));
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    send(exchange.getResponseBody(), snapshot);
    streams.add(exchange.getResponseBody());
  }

  private void send(OutputStream stream, JsonNode value) throws IOException {
    synchronized (stream) {
      stream.write(("event: snapshot\ndata: " + value + "\n\n").getBytes(StandardCharsets.UTF_8));
      stream.flush();
    }
  }

  private void api(HttpExchange exchange, String path) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("POST") && !path.equals("/api/login")) {
      posted.add(path + " " + body + " " + exchange.getRequestHeaders().getFirst("X-CSRF-Token"));
    }
    switch (path) {
      case "/api/login" -> login(exchange, json.readTree(body));
      case "/api/session" -> session(exchange);
      case "/api/events" -> reply(exchange, 200, events.page(exchange.getRequestURI().getQuery()));
      case "/api/canteen/settings" -> reply(exchange, 200, canteen());
      case "/api/review" -> reply(exchange, 200, json.readTree("{\"rows\":[]}"));
      case "/api/canteen/forecast" -> reply(exchange, 200, json.readTree("{\"meals\":[]}"));
      case "/api/attendance/today" ->
          reply(exchange, 200, json.readTree("{\"sessions\":[],\"alarms\":[]}"));
      case "/api/clinic" -> reply(exchange, 200, json.readTree(bytes("web/clinic.json")));
      case "/api/clinic/call" -> reply(exchange, 200, json.readTree("{\"ticket\":118}"));
      default -> reply(exchange, 200, json.createObjectNode().put("event", "hub/1/1"));
    }
  }

  private JsonNode canteen() throws IOException {
    return json.readTree(
        """
        {"place":"canteen","name":{"zh":"食堂","en":"Canteen"},"earlyGraceMinutes":5,
         "meals":[
          {"id":"breakfast","zh":"早餐","en":"Breakfast","opens":"06:30","closes":"08:30",
           "days":"1234567"},
          {"id":"lunch","zh":"午餐","en":"Lunch","opens":"11:00","closes":"13:00","days":"12345"},
          {"id":"lunch","zh":"午餐","en":"Lunch","opens":"11:30","closes":"12:30","days":"67"}],
         "days":[
          {"date":"2026-11-24","meals":null,"menus":[{"meal":"lunch","dishes":[
           {"zh":"卤面","en":"Braised noodles","marks":[]},
           {"zh":"咸饭","en":"Savoury rice","marks":["soft"]}]}]},
          {"date":"2026-12-31","meals":[],"menus":[]}],
         "proxyCap":2,"dinnerWithLunch":true,"takeAway":["kiosk-canteen-2"],
         "devices":[{"id":"kiosk-canteen-1","name":"食堂一号机"},
          {"id":"kiosk-canteen-2","name":"食堂二号机"}]}
        """);
  }

  private void login(HttpExchange exchange, JsonNode body) throws IOException {
    if (body.path("password").asText().equals(PASSWORD)) {
      loggedIn = true;
      session(exchange);
    } else {
      reply(exchange, 401, refusal("wrong", "账号或密码不对", "Account or password is wrong"));
    }
  }

  private void session(HttpExchange exchange) throws IOException {
    if (loggedIn) {
      ObjectNode who = json.createObjectNode().put("account", "director").put("csrf", "token-1");
      who.put("mustChangePassword", false).putArray("roles").add("director");
      reply(exchange, 200, who);
    } else {
      reply(exchange, 401, refusal("not-signed-in", "请先登录", "Please log in"));
    }
  }

  private ObjectNode refusal(String code, String chinese, String english) {
    ObjectNode body = json.createObjectNode();
    body.putObject("error").put("code", code).put("zh", chinese).put("en", english);
    return body;
  }

  private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    write(exchange, status, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void file(HttpExchange exchange, String path) throws IOException {
    String resource = Pages.resource(path);
    if (FixtureHub.class.getClassLoader().getResource(resource) == null) {
      write(exchange, 404, new byte[0]);
      return;
    }
    String ending = resource.substring(resource.lastIndexOf('.') + 1);
    exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(ending, "text/plain"));
    exchange.getResponseHeaders().set("Content-Security-Policy", policy);
    write(exchange, 200, bytes(resource));
  }

  private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = FixtureHub.class.getClassLoader().getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
