package io.jinlin.e2e.bench;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What the hub is measured against: a bare vertx-mqtt endpoint that stores each payload as it came,
 * with a group commit (WAL, synchronous=FULL), and acknowledges after it. It decodes nothing,
 * recognises no duplicate, counts nothing. Arguments: the database file. Prints {@code port N}.
 */
public final class BareHub {
  private static final int MAX_GROUP = 10_000;
  private static final int MAX_MESSAGE_BYTES = 128 * 1024;

  private final LinkedBlockingQueue<Arrival> queue = new LinkedBlockingQueue<>();
  private final Connection database;

  private record Arrival(MqttEndpoint endpoint, Context context, int messageId, byte[] payload) {}

  private BareHub(Connection database) {
    this.database = database;
  }

  /** Serves until it is killed. */
  public static void main(String[] arguments) throws Exception {
    Connection database =
        DriverManager.getConnection("jdbc:sqlite:" + Path.of(arguments[0]).toAbsolutePath());
    try (Statement statement = database.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("CREATE TABLE message (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
    }
    database.setAutoCommit(false);
    BareHub hub = new BareHub(database);
    MqttServer.create(
            Vertx.vertx(),
            new MqttServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setMaxMessageSize(MAX_MESSAGE_BYTES)
                .setMaxClientIdLength(64))
        .endpointHandler(hub::accept)
        .listen()
        .onSuccess(server -> System.out.println("port " + server.actualPort()))
        .onFailure(failure -> System.exit(1));
    hub.write();
  }

  private void accept(MqttEndpoint endpoint) {
    Context context = Vertx.currentContext();
    endpoint
        .publishHandler(
            message ->
                queue.add(
                    new Arrival(
                        endpoint, context, message.messageId(), message.payload().getBytes())))
        .subscribeHandler(
            subscribe ->
                endpoint.subscribeAcknowledge(
                    subscribe.messageId(), List.of(MqttQoS.AT_MOST_ONCE)));
    endpoint.accept(false);
  }

  private void write() throws SQLException, InterruptedException {
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO message (body) VALUES (?)")) {
      List<Arrival> group = new ArrayList<>();
      while (true) {
        group.add(queue.take());
        queue.drainTo(group, MAX_GROUP - 1);
        for (Arrival arrival : group) {
          insert.setBytes(1, arrival.payload());
          insert.executeUpdate();
        }
        database.commit();
        acknowledge(group);
        group.clear();
      }
    }
  }

  private static void acknowledge(List<Arrival> group) {
    for (Context context : group.stream().map(Arrival::context).distinct().toList()) {
      List<Arrival> own = group.stream().filter(a -> a.context() == context).toList();
      context.runOnContext(now -> own.forEach(a -> a.endpoint().publishAcknowledge(a.messageId())));
    }
  }
}
