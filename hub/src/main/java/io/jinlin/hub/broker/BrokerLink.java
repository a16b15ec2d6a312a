package io.jinlin.hub.broker;

import io.jinlin.contract.config.Secret;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client of a broker. After every failure a fresh one is made: a client that was refused or cut
 * off is not believed again. All methods but {@link #start} and {@link #stop} belong on {@link
 * #context}, and so do the calls back.
 */
public final class BrokerLink {
  /** A broker that has not said CONNACK by then is left, in milliseconds. */
  static final long CONNECT_TIMEOUT_MS = 10_000;

  /** First pause between attempts, doubled up to the longest, in milliseconds. */
  static final long FIRST_PAUSE_MS = 250;

  static final long MAX_PAUSE_MS = 10_000;

  /** A ping every so often, in seconds; a broker silent for three of them is left. */
  static final int KEEP_ALIVE_S = 10;

  private static final int MAX_IN_FLIGHT = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);

  /**
   * Which broker, and as whom.
   *
   * @param client identifier of the client, its own at this broker
   * @param user empty for a broker that asks for no name
   */
  public record Where(String host, int port, String client, String user, Secret password) {}

  /** What the link is for. */
  public interface User {
    /** Adds to the options of each fresh client: a will, a limit. */
    default void prepare(MqttClientOptions options) {}

    /**
     * A fresh client is connected: subscribes, greets.
     *
     * @return done when it is ready; the link is made anew when that fails
     */
    Future<?> connected(MqttClient client);

    /** A message came. */
    void received(MqttPublishMessage message);
  }

  private final Vertx vertx;
  private final Context context;
  private final Where where;
  private final User user;
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private MqttClient client;
  private long pauseMillis = FIRST_PAUSE_MS;
  private long heardMillis;
  private boolean stopping;

  /** Connects once started. */
  public BrokerLink(Vertx vertx, Where where, User user) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.where = where;
    this.user = user;
    this.client = MqttClient.create(vertx);
  }

  private MqttClient newClient() {
    MqttClientOptions options =
        new MqttClientOptions()
            .setClientId(where.client())
            .setCleanSession(true)
            .setAutoKeepAlive(true)
            .setKeepAliveInterval(KEEP_ALIVE_S)
            .setMaxInflightQueue(MAX_IN_FLIGHT);
    if (!where.user().isEmpty()) {
      options.setUsername(where.user()).setPassword(where.password().value());
    }
    user.prepare(options);
    return MqttClient.create(vertx, options);
  }

  /** Where everything about this link happens. */
  public Context context() {
    return context;
  }

  /** Done after the first connection; it goes on trying until then and after. */
  public CompletionStage<Void> start() {
    context.runOnContext(
        ignored -> {
          vertx.setPeriodic(KEEP_ALIVE_S * 1_000L, timer -> checkAlive());
          connect();
        });
    return started;
  }

  private void connect() {
    if (stopping) {
      return;
    }
    MqttClient fresh = newClient();
    client = fresh;
    fresh.publishHandler(
        message -> {
          heardMillis = now();
          user.received(message);
        });
    fresh.pingResponseHandler(ignored -> heardMillis = now());
    fresh.exceptionHandler(problem -> LOG.warn("broker: {}", problem.toString()));
    fresh.closeHandler(ignored -> lost(fresh, "closed the connection"));
    long deadline = vertx.setTimer(CONNECT_TIMEOUT_MS, timer -> lost(fresh, "does not answer"));
    Future<?> ready =
        fresh.connect(where.port(), where.host()).compose(connected -> user.connected(fresh));
    ready.onComplete(
        done -> {
          vertx.cancelTimer(deadline);
          if (done.failed()) {
            lost(fresh, done.cause().toString());
          } else if (client == fresh) {
            LOG.info("connected to the broker at {}:{}", where.host(), where.port());
            pauseMillis = FIRST_PAUSE_MS;
            heardMillis = now();
            started.complete(null);
          }
        });
  }

  /** Leaves a client for good, once. */
  private void lost(MqttClient which, String why) {
    if (client != which || stopping) {
      return;
    }
    LOG.warn("broker at {}:{}: {}; again in {} ms", where.host(), where.port(), why, pauseMillis);
    client = MqttClient.create(vertx);
    which.disconnect();
    vertx.setTimer(pauseMillis, timer -> connect());
    pauseMillis = Math.min(MAX_PAUSE_MS, pauseMillis * 2);
  }

  private void checkAlive() {
    if (client.isConnected() && now() - heardMillis > 3_000L * KEEP_ALIVE_S) {
      lost(client, "is silent");
    }
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }

  /** Publishes if there is a connection; else the message is dropped. */
  public void publish(String topic, Buffer payload, MqttQoS qos, boolean retain) {
    if (client.isConnected()) {
      client.publish(topic, payload, qos, false, retain);
    }
  }

  /** Leaves the broker and does not come back. */
  public CompletionStage<Void> stop() {
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    context.runOnContext(
        ignored -> {
          stopping = true;
          Future<Void> left = client.isConnected() ? client.disconnect() : Future.succeededFuture();
          left.onComplete(done -> stopped.complete(null));
        });
    return stopped;
  }
}
