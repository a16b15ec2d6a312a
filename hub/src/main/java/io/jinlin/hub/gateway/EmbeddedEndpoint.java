package io.jinlin.hub.gateway;

import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.Topics;
import io.jinlin.hub.devices.Devices;
import io.jinlin.hub.devices.Doorkeeper;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MQTT 3.1.1 server inside the hub: a device endpoint, not a broker. The client identifier, the
 * user name and the device are one name; nothing is retained, there are no wills and no sessions.
 * An event is acknowledged only after its commit.
 */
public final class EmbeddedEndpoint implements Endpoint {
  /** A connection that has not said CONNECT by then is dropped, in seconds. */
  static final int CONNECT_TIMEOUT_S = 10;

  /** Most connections at once. */
  static final int MAX_CONNECTIONS = 500;

  private static final int MAX_NAME_LENGTH = 40;
  private static final Pattern DEVICE_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  /** What stands around the payload: topic, length and identifier, in bytes. */
  private static final int MAX_MESSAGE_HEAD = 512;

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEndpoint.class);

  /**
   * Where it listens.
   *
   * @param port 0 for any free one
   * @param certificate and private key as PEM files; both absent for a plain port
   */
  public record Where(
      String site, String host, int port, Optional<Path> certificate, Optional<Path> key) {}

  private final Vertx vertx;
  private final Context context;
  private final Where where;
  private final Doorkeeper doorkeeper;
  private final MqttServer server;
  private final WorkerExecutor sending;
  private final Map<String, DeviceConnection> connections = new HashMap<>();
  private Handler handler = new NobodyListens();
  private int open;

  /** Listens and calls its handler on one context of this instance. */
  public EmbeddedEndpoint(Vertx vertx, Where where, Doorkeeper doorkeeper) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.where = where;
    this.doorkeeper = doorkeeper;
    this.server = MqttServer.create(vertx, options(where));
    this.sending = vertx.createSharedWorkerExecutor("sending", 1);
  }

  private static MqttServerOptions options(Where where) {
    MqttServerOptions options =
        new MqttServerOptions()
            .setHost(where.host())
            .setPort(where.port())
            .setMaxMessageSize(Limits.MAX_MESSAGE_BYTES + MAX_MESSAGE_HEAD)
            .setMaxClientIdLength(MAX_NAME_LENGTH)
            .setAutoClientId(false)
            .setTimeoutOnConnect(CONNECT_TIMEOUT_S);
    if (where.certificate().isPresent() && where.key().isPresent()) {
      options.setSsl(true);
      options.setKeyCertOptions(
          new PemKeyCertOptions()
              .setCertPath(where.certificate().get().toString())
              .setKeyPath(where.key().get().toString()));
    }
    return options;
  }

  @Override
  public Executor executor() {
    return work -> context.runOnContext(ignored -> work.run());
  }

  @Override
  public CompletionStage<Void> start(Handler told) {
    CompletableFuture<Void> started = new CompletableFuture<>();
    context.runOnContext(
        ignored -> {
          handler = told;
          server
              .endpointHandler(this::arrive)
              .exceptionHandler(this::beforeConnect)
              .listen()
              .onSuccess(listening -> started.complete(null))
              .onFailure(started::completeExceptionally);
        });
    return started;
  }

  /** The port it listens on, once started. */
  public int port() {
    return server.actualPort();
  }

  private void beforeConnect(Throwable problem) {
    LOG.debug("a connection ended before it said who it was: {}", problem.toString());
  }

  private void arrive(MqttEndpoint client) {
    String name = client.clientIdentifier();
    if (open >= MAX_CONNECTIONS || client.protocolVersion() > 4) {
      client.reject(
          open >= MAX_CONNECTIONS
              ? MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE
              : MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
      return;
    }
    if (client.auth() == null || !name.equals(client.auth().getUsername())) {
      LOG.warn("a client whose identifier is not its user name was turned away");
      client.reject(MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
      return;
    }
    if (!DEVICE_ID.matcher(name).matches() || Devices.RESERVED.contains(name)) {
      client.reject(MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
      return;
    }
    open++;
    DeviceConnection connection = new DeviceConnection(client, where.site(), this);
    connection.prepare();
    String password = String.valueOf(client.auth().getPassword());
    String address = client.remoteAddress().host();
    Future<Doorkeeper.Answer> answer =
        vertx.executeBlocking(() -> doorkeeper.judge(name, password, address), false);
    answer
        .onSuccess(judged -> judged(connection, judged))
        .onFailure(
            e -> {
              LOG.error("cannot judge {}", name, e);
              connection.reject(MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
            });
  }

  private void judged(DeviceConnection connection, Doorkeeper.Answer answer) {
    String device = connection.device();
    if (answer != Doorkeeper.Answer.WELCOME) {
      LOG.warn("{} was turned away: {}", device, answer);
      handler.misbehaved(device, "wrong-password");
      connection.reject(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
      return;
    }
    DeviceConnection before = connections.put(device, connection);
    if (before != null) {
      before.close();
    }
    connection.accept();
  }

  /** Runs something on the context, after what is running there now. */
  void soon(Runnable work) {
    context.runOnContext(ignored -> work.run());
  }

  /** Runs something off the context, one after another. */
  void elsewhere(Runnable work) {
    sending.executeBlocking(
        () -> {
          work.run();
          return true;
        });
  }

  Handler handler() {
    return handler;
  }

  /** A connection ended; only the newest of a device speaks for it. */
  void ended(DeviceConnection connection) {
    open--;
    if (connections.remove(connection.device(), connection)) {
      handler.disconnected(connection.device());
    }
  }

  @Override
  public void send(String device, Topics.Kind kind, byte[] payload) {
    DeviceConnection connection = connections.get(device);
    if (connection != null) {
      connection.send(kind, payload);
    }
  }

  @Override
  public void cut(String device) {
    DeviceConnection connection = connections.get(device);
    if (connection != null) {
      connection.close();
    }
  }

  @Override
  public CompletionStage<Void> stop() {
    return server.close().eventually(sending::close).toCompletionStage();
  }
}
