package io.jinlin.hub.gateway;

import io.jinlin.contract.config.Secret;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.Topics;
import io.jinlin.hub.devices.Devices;
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
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub as a client of a broker, whose access list confines the devices (deploy/mosquitto). Its
 * acknowledgement to a device means nothing: a broker may drop what it acknowledged, and the
 * ledger's Ack alone counts. So messages are acknowledged to the broker as they come. After every
 * failure a fresh client is made.
 */
public final class BrokerEndpoint implements Endpoint {
  /** A broker that has not said CONNACK by then is left, in milliseconds. */
  static final long CONNECT_TIMEOUT_MS = 10_000;

  /** First pause between attempts, doubled up to the longest, in milliseconds. */
  static final long FIRST_PAUSE_MS = 250;

  static final long MAX_PAUSE_MS = 10_000;

  /** A ping every so often, in seconds; a broker silent for three of them is left. */
  static final int KEEP_ALIVE_S = 10;

  private static final int MAX_MESSAGE_HEAD = 512;
  private static final int MAX_IN_FLIGHT = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(BrokerEndpoint.class);

  /** Which broker, and as whom. */
  public record Where(String site, String host, int port, String user, Secret password) {}

  private final Vertx vertx;
  private final Context context;
  private final Where where;
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private Handler handler = new NobodyListens();
  private MqttClient client;
  private long pauseMillis = FIRST_PAUSE_MS;
  private long heardMillis;
  private boolean stopping;

  /** Connects once started. */
  public BrokerEndpoint(Vertx vertx, Where where) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.where = where;
    this.client = newClient();
  }

  private MqttClient newClient() {
    return MqttClient.create(
        vertx,
        new MqttClientOptions()
            .setClientId(where.user())
            .setUsername(where.user())
            .setPassword(where.password().value())
            .setCleanSession(true)
            .setAutoKeepAlive(true)
            .setKeepAliveInterval(KEEP_ALIVE_S)
            .setMaxInflightQueue(MAX_IN_FLIGHT)
            .setMaxMessageSize(Limits.MAX_MESSAGE_BYTES + MAX_MESSAGE_HEAD));
  }

  @Override
  public Executor executor() {
    return work -> context.runOnContext(ignored -> work.run());
  }

  /** Done after the first connection; it goes on trying until then and after. */
  @Override
  public CompletionStage<Void> start(Handler told) {
    context.runOnContext(
        ignored -> {
          handler = told;
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
    fresh.publishHandler(this::published);
    fresh.pingResponseHandler(ignored -> heardMillis = now());
    fresh.exceptionHandler(problem -> LOG.warn("broker: {}", problem.toString()));
    fresh.closeHandler(ignored -> lost(fresh, "closed the connection"));
    long deadline = vertx.setTimer(CONNECT_TIMEOUT_MS, timer -> lost(fresh, "does not answer"));
    Future<Integer> ready =
        fresh
            .connect(where.port(), where.host())
            .compose(connected -> fresh.subscribe(Topics.upFilter(where.site()), 1));
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
    client = newClient();
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

  private void published(MqttPublishMessage message) {
    heardMillis = now();
    Decoded<Topics> topic = Topics.parse(message.topicName());
    if (topic instanceof Decoded.Value<Topics> value
        && value.value().kind().up()
        && !Devices.RESERVED.contains(value.value().device())) {
      String device = value.value().device();
      if (message.payload().length() > Limits.MAX_MESSAGE_BYTES) {
        handler.misbehaved(device, "too-large");
        return;
      }
      byte[] payload = message.payload().getBytes();
      handler.received(device, value.value().kind(), payload, () -> {});
    } else {
      LOG.warn("the broker let a message on a wrong topic pass");
    }
  }

  @Override
  public void send(String device, Topics.Kind kind, byte[] payload) {
    if (client.isConnected()) {
      String topic = new Topics(where.site(), device, kind).text();
      MqttQoS qos = kind == Topics.Kind.COMMAND ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE;
      client.publish(topic, Buffer.buffer(payload), qos, false, false);
    }
  }

  @Override
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
