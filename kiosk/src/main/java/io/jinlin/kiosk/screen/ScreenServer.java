package io.jinlin.kiosk.screen;

import io.jinlin.edge.decide.Verdict;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Serves the kiosk's page on loopback and pushes states to it. All methods may be called from any
 * thread and return at once.
 */
public final class ScreenServer implements AutoCloseable {
  /** Largest message from the page, in bytes: a grey frame of 1280×720, or a megabyte of text. */
  public static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

  /** How often the status goes to the page although nothing changed, in milliseconds. */
  static final long STATUS_MS = 2_000;

  /** How often the folder of voice clips is looked at, in milliseconds. */
  private static final long CLIPS_MS = 15_000;

  private static final String LOOPBACK = "127.0.0.1";
  private static final int START_TIMEOUT_S = 10;
  private static final int CLOSE_TIMEOUT_S = 5;
  private static final int IDLE_TIMEOUT_S = 120;
  private static final int BACKLOG = 64;

  private final Vertx vertx;
  private final Context loop;
  private final HttpServer server;
  private final StatusJson statusJson;
  private final ScreenPages pages;
  private final PreviewSockets previews = new PreviewSockets();
  private final ScreenRoutes routes;
  private final int port;

  /**
   * Makes a server that serves nothing before {@link #start}.
   *
   * @param status asked for on the event loop, so it must not wait
   * @param nanoTime monotonic, in nanoseconds
   */
  public ScreenServer(
      ScreenConfig config,
      ScreenActions actions,
      Supplier<ScreenStatus> status,
      LongSupplier nanoTime) {
    statusJson = new StatusJson(config);
    vertx = Vertx.vertx(smallVertx());
    loop = vertx.getOrCreateContext();
    server = vertx.createHttpServer(options(config.port()));
    pages = new ScreenPages(() -> statusJson.of(status.get()), nanoTime);
    routes = new ScreenRoutes(config, actions, pages, previews);
    port = config.port();
  }

  /**
   * Starts to serve.
   *
   * @throws IOException when the port cannot be had; the message says which and what to do
   */
  public void start() throws IOException {
    server.requestHandler(routes::request);
    server.webSocketHandshakeHandler(routes::handshake);
    server.webSocketHandler(routes::socket);
    try {
      server.listen().await(START_TIMEOUT_S, TimeUnit.SECONDS);
    } catch (Exception refused) {
      // Vert.x throws the cause as it is, checked or not.
      vertx.close();
      throw new IOException(
          "cannot serve the kiosk page on "
              + LOOPBACK
              + ":"
              + port
              + ": "
              + refused.getMessage()
              + " (choose another port with --set http.port=…)",
          refused);
    }
    routes.servedAt(server.actualPort());
    vertx.setPeriodic(STATUS_MS, timer -> loop.runOnContext(none -> pages.sendStatus()));
    vertx.setPeriodic(CLIPS_MS, timer -> vertx.executeBlocking(this::listClips));
  }

  /** One page, one browser: one event loop and the fewest workers that Vert.x starts with. */
  private static VertxOptions smallVertx() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
  }

  private static HttpServerOptions options(int port) {
    return new HttpServerOptions()
        .setHost(LOOPBACK)
        .setPort(port)
        .setAcceptBacklog(BACKLOG)
        // HTTP/2 has no Host header, and nothing here needs it.
        .setHttp2ClearTextEnabled(false)
        .setIdleTimeout(IDLE_TIMEOUT_S)
        .setMaxWebSocketFrameSize(MAX_MESSAGE_BYTES)
        .setMaxWebSocketMessageSize(MAX_MESSAGE_BYTES)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false);
  }

  private boolean listClips() {
    statusJson.listClips();
    return true;
  }

  /** Where the page is. */
  public String address() {
    return "http://" + LOOPBACK + ":" + server.actualPort();
  }

  /** Shows an answer at once, whatever is on the screen. */
  public void show(Verdict verdict) {
    Optional<JsonObject> screen = ScreenModel.of(verdict);
    screen.ifPresent(json -> loop.runOnContext(none -> pages.show(json)));
  }

  /** Shows that a code is in view, unless an answer is on the screen. */
  public void seen(SeenCode code) {
    loop.runOnContext(none -> pages.hint(ScreenModel.seen(code)));
  }

  /** Whether a page shows what a camera behind a command sees. */
  public boolean wantsPreview() {
    return !previews.isEmpty();
  }

  /**
   * Shows what a camera behind a command sees.
   *
   * @param width in pixels, small
   * @param height in pixels, small
   * @param luma one byte a pixel, row by row; not changed any more
   */
  public void preview(int width, int height, byte[] luma) {
    loop.runOnContext(none -> previews.send(width, height, luma));
  }

  /** Sends the status now, because it changed. */
  public void statusChanged() {
    loop.runOnContext(none -> pages.sendStatus());
  }

  @Override
  public void close() {
    try {
      vertx.close().await(CLOSE_TIMEOUT_S, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new IllegalStateException("the screen server did not end in time", late);
    }
  }
}
