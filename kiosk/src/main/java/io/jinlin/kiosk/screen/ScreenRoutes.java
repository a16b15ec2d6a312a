package io.jinlin.kiosk.screen;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Who gets in and where to: files, clips, sample cards and the WebSockets. */
final class ScreenRoutes {
  private static final int MAX_BODY_BYTES = 1_024;
  private static final String VOICE = "/voice/";
  private static final Set<String> SOCKETS = Set.of("/screen", "/frames", "/preview");

  private final ScreenConfig config;
  private final ScreenActions actions;
  private final ScreenPages pages;
  private final PreviewSockets previews;
  private final Assets assets = new Assets();
  private final String policy = Assets.policy();
  private Doorkeeper doorkeeper = new Doorkeeper(0);

  ScreenRoutes(
      ScreenConfig config, ScreenActions actions, ScreenPages pages, PreviewSockets previews) {
    this.config = config;
    this.actions = actions;
    this.pages = pages;
    this.previews = previews;
  }

  /** Tells on which port of loopback this is served; nobody is let in before. */
  void servedAt(int port) {
    doorkeeper = new Doorkeeper(port);
  }

  void request(HttpServerRequest request) {
    if (!doorkeeper.host(request.getHeader("Host"))) {
      refuse(request, 403, "this address is not the kiosk's: open http://127.0.0.1");
      return;
    }
    if (request.method().equals(HttpMethod.POST) && request.path().equals("/demo/card")) {
      sample(request);
    } else if (!request.method().equals(HttpMethod.GET)) {
      refuse(request, 405, "only GET here");
    } else if (request.path().startsWith(VOICE)) {
      clip(request);
    } else {
      assets
          .at(request.path())
          .ifPresentOrElse(
              asset -> headers(request.response(), asset.type()).end(asset.body()),
              () -> refuse(request, 404, "there is no such file"));
    }
  }

  private HttpServerResponse headers(HttpServerResponse response, String type) {
    return response
        .putHeader("Content-Type", type)
        .putHeader("Content-Security-Policy", policy)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=()")
        .putHeader("Cache-Control", "no-cache");
  }

  private void clip(HttpServerRequest request) {
    String[] parts = request.path().substring(VOICE.length()).split("/", -1);
    Optional<Path> file =
        parts.length == 2 ? config.sounds().file(parts[0], decode(parts[1])) : Optional.empty();
    if (file.isEmpty()) {
      refuse(request, 404, "there is no such clip");
    } else {
      request.response().sendFile(file.get().toAbsolutePath().toString());
    }
  }

  private static String decode(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return "";
    }
  }

  private void sample(HttpServerRequest request) {
    if (config.samples().isEmpty()) {
      refuse(request, 404, "sample cards exist only in demo mode");
    } else if (!doorkeeper.origin(request.getHeader("Origin"))) {
      refuse(request, 403, "only the kiosk's own page may do this");
    } else {
      Buffer body = Buffer.buffer();
      request.handler(part -> append(request, body, part));
      request.endHandler(none -> sample(request, body));
    }
  }

  private static void append(HttpServerRequest request, Buffer body, Buffer part) {
    if (body.length() + part.length() > MAX_BODY_BYTES) {
      request.connection().close();
    } else {
      body.appendBuffer(part);
    }
  }

  private void sample(HttpServerRequest request, Buffer body) {
    Optional<String> id = PageMessage.parse(body.toString()).flatMap(message -> message.text("id"));
    if (id.filter(this::isSample).isEmpty()) {
      refuse(request, 400, "id must name one of the sample cards");
      return;
    }
    actions.sample(id.get());
    headers(request.response().setStatusCode(202), "application/json").end("{}");
  }

  private boolean isSample(String id) {
    return config.samples().stream().anyMatch(sample -> sample.id().equals(id));
  }

  private void refuse(HttpServerRequest request, int status, String why) {
    headers(request.response().setStatusCode(status), "text/plain; charset=utf-8").end(why + "\n");
  }

  void handshake(ServerWebSocketHandshake handshake) {
    boolean known = SOCKETS.contains(handshake.path());
    boolean full =
        handshake.path().equals("/screen") && pages.full()
            || handshake.path().equals("/preview") && previews.full();
    if (!doorkeeper.host(handshake.headers().get("Host"))
        || !doorkeeper.origin(handshake.headers().get("Origin"))) {
      handshake.reject(403);
    } else if (!known) {
      handshake.reject(404);
    } else if (full) {
      handshake.reject(503);
    } else {
      handshake.accept();
    }
  }

  void socket(ServerWebSocket socket) {
    if (socket.path().equals("/frames")) {
      new FrameSocket(socket, actions).listen();
    } else if (socket.path().equals("/preview")) {
      previews.add(socket);
    } else {
      pages.add(socket);
      socket.textMessageHandler(
          text -> PageMessage.parse(text).ifPresent(message -> message.dispatch(actions)));
    }
  }
}
