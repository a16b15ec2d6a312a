package io.jinlin.hub.web;

import io.jinlin.hub.api.Api;
import io.jinlin.hub.config.HubConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The hub's HTTP server: staff console, wall board, and the interface behind them. */
public final class WebServer {

  private static final int MAX_HEADER_BYTES = 16 * 1024;
  private static final int IDLE_SECONDS = 60;
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  private final HttpServer server;

  private WebServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Where to listen.
   *
   * @param host an address of this machine
   * @param port 0 for any
   * @param pages certificate and key, and further names under which browsers may call the hub
   * @param voice folder of spoken clips; need not exist
   */
  public record Settings(String host, int port, HubConfig.Pages pages, Path voice) {

    /** Without spoken clips. */
    public Settings(String host, int port, HubConfig.Pages pages) {
      this(host, port, pages, Path.of("voice"));
    }
  }

  /** HTTP/1.1 only: the name under which the hub is called then stands in one place. */
  private static HttpServerOptions options(HubConfig.Pages pages) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setIdleTimeout(IDLE_SECONDS)
            .setHttp2ClearTextEnabled(false)
            .setAlpnVersions(List.of(HttpVersion.HTTP_1_1))
            .setCompressionSupported(false);
    if (pages.tls().isPresent()) {
      HubConfig.Tls tls = pages.tls().get();
      options
          .setSsl(true)
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .setCertPath(tls.certificate().toString())
                  .setKeyPath(tls.key().toString()));
    }
    return options;
  }

  /** Starts; fails when the port is taken. */
  public static Future<WebServer> start(Vertx vertx, Settings settings, Api.Parts parts) {
    HttpServer server = vertx.createHttpServer(options(settings.pages()));
    return onEventLoop(vertx, settings, parts)
        .compose(router -> server.requestHandler(router).listen(settings.port(), settings.host()))
        .map(WebServer::new);
  }

  private static Future<Router> onEventLoop(Vertx vertx, Settings settings, Api.Parts parts) {
    Promise<Router> router = Promise.promise();
    vertx
        .getOrCreateContext()
        .runOnContext(
            now -> {
              try {
                router.complete(router(vertx, settings, parts));
              } catch (RuntimeException e) {
                router.fail(e);
              }
            });
    return router.future();
  }

  private static Router router(Vertx vertx, Settings settings, Api.Parts parts) {
    Router router = Router.router(vertx);
    Hosts hosts = new Hosts(settings.pages().names());
    String policy = policy();
    router
        .route()
        .handler(
            context -> {
              headers(context, policy);
              String host = context.request().getHeader("Host");
              if (host == null || !hosts.allows(host)) {
                context.response().setStatusCode(421).end("unknown host name\n");
                return;
              }
              context.next();
            });
    Api.mount(vertx, router, parts);
    new VoiceClips(settings.voice()).mount(router);
    files(router);
    return router;
  }

  private static void files(Router router) {
    ClasspathFiles files = new ClasspathFiles();
    router.get("/").handler(context -> files.serve(context, "/web/index.html", ASK_AGAIN));
    router.get("/board").handler(context -> files.serve(context, "/web/board.html", ASK_AGAIN));
    router
        .get("/clinic-board")
        .handler(context -> files.serve(context, "/web/clinic-board.html", ASK_AGAIN));
    deliveries(router, files);
    router
        .get("/assets/*")
        .handler(context -> files.serve(context, "/web" + context.normalizedPath(), ASK_AGAIN));
    router.get("/shared/*").handler(context -> files.serve(context, shared(context), ASK_AGAIN));
    router
        .get("/webjars/*")
        .handler(
            context ->
                files.serve(context, "/META-INF/resources" + context.normalizedPath(), FOR_EVER));
  }

  /** A page with a path of its own, below which alone its service worker has a say. */
  private static void deliveries(Router router, ClasspathFiles files) {
    router
        .get("/deliveries/worker.js")
        .handler(context -> files.serve(context, "/web/assets/deliveries/worker.js", ASK_AGAIN));
    router
        .get("/deliveries/*")
        .handler(
            context -> {
              switch (context.request().path()) {
                case "/deliveries/" -> files.serve(context, "/web/deliveries.html", ASK_AGAIN);
                case "/deliveries" -> context.redirect("/deliveries/");
                default -> context.next();
              }
            });
  }

  private static String shared(RoutingContext context) {
    return "/web" + context.normalizedPath().substring("/shared".length());
  }

  private static String policy() {
    return ClasspathFiles.read("/web/csp.txt")
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
        .orElse("default-src 'self'; frame-ancestors 'none'");
  }

  private static void headers(RoutingContext context, String policy) {
    context
        .response()
        .putHeader("Content-Security-Policy", policy)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  }

  /** The port it listens on. */
  public int port() {
    return server.actualPort();
  }

  /** Stops listening and closes the connections. */
  public Future<Void> close() {
    return server.close();
  }
}
