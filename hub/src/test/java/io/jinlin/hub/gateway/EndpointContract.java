package io.jinlin.hub.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.wire.Topics;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What both endpoints promise to the gateway, each against real MQTT clients. */
abstract class EndpointContract {
  static final String SITE = "jinlin";
  static final Map<String, String> PASSWORDS = Map.of("kiosk-1", "secret-1", "kiosk-2", "secret-2");

  /** What the handler was told. */
  record Told(String device, Topics.Kind kind, String payload) {}

  @TempDir Path folder;
  Vertx vertx;
  Endpoint endpoint;
  final List<Told> received = new CopyOnWriteArrayList<>();
  final List<String> misbehaved = new CopyOnWriteArrayList<>();
  final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  /** Starts what it needs, and says where devices connect. */
  abstract int open() throws Exception;

  /** Whether the hub itself sees who does what it may not. */
  abstract boolean seesMisbehaviour();

  private int port;

  @BeforeEach
  void start() throws Exception {
    vertx = Vertx.vertx();
    port = open();
  }

  @AfterEach
  void stop() throws Exception {
    endpoint.stop().toCompletableFuture().get(10, TimeUnit.SECONDS);
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  final class Listening implements Endpoint.Handler {
    @Override
    public void disconnected(String device) {
      threads.add(Thread.currentThread());
    }

    @Override
    public void received(String device, Topics.Kind kind, byte[] payload, Runnable done) {
      threads.add(Thread.currentThread());
      received.add(new Told(device, kind, new String(payload, StandardCharsets.UTF_8)));
      done.run();
    }

    @Override
    public void misbehaved(String device, String problem) {
      misbehaved.add(device + " " + problem);
    }
  }

  static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private MqttClient client(String id, String user, String password) {
    return MqttClient.create(
        vertx,
        new MqttClientOptions()
            .setClientId(id)
            .setUsername(user)
            .setPassword(password)
            .setCleanSession(true));
  }

  MqttClient connected(String device) throws Exception {
    MqttClient client = client(device, device, PASSWORDS.get(device));
    get(client.connect(port, "127.0.0.1"));
    return client;
  }

  private static String topic(String device, Topics.Kind kind) {
    return new Topics(SITE, device, kind).text();
  }

  private static void publish(MqttClient client, String topic, String text) {
    client.publish(topic, Buffer.buffer(text), MqttQoS.AT_LEAST_ONCE, false, false);
  }

  @Test
  void messagesOfDevicesComeOnOneThreadUnderTheNameThatWasProven() throws Exception {
    MqttClient one = connected("kiosk-1");
    MqttClient two = connected("kiosk-2");
    publish(one, topic("kiosk-1", Topics.Kind.HELLO), "a");
    publish(two, topic("kiosk-2", Topics.Kind.EVENTS), "b");

    await()
        .untilAsserted(
            () ->
                assertThat(received)
                    .containsExactlyInAnyOrder(
                        new Told("kiosk-1", Topics.Kind.HELLO, "a"),
                        new Told("kiosk-2", Topics.Kind.EVENTS, "b")));
    assertThat(threads).hasSize(1);
  }

  @Test
  void whatIsSentReachesThatDeviceAndNoOther() throws Exception {
    List<String> one = new CopyOnWriteArrayList<>();
    List<String> two = new CopyOnWriteArrayList<>();
    MqttClient first = connected("kiosk-1");
    first.publishHandler(message -> one.add(message.topicName()));
    get(first.subscribe(Topics.downFilter(SITE, "kiosk-1"), 1));
    MqttClient second = connected("kiosk-2");
    second.publishHandler(message -> two.add(message.topicName()));
    get(second.subscribe(Topics.downFilter(SITE, "kiosk-2"), 1));
    publish(second, topic("kiosk-2", Topics.Kind.HELLO), "ready");
    await().until(() -> !received.isEmpty());

    endpoint
        .executor()
        .execute(() -> endpoint.send("kiosk-1", Topics.Kind.ACK, new byte[] {'{', '}'}));
    endpoint
        .executor()
        .execute(() -> endpoint.send("kiosk-1", Topics.Kind.COMMAND, new byte[] {'{', '}'}));
    await().until(() -> one.size() == 2);
    assertThat(one).contains(topic("kiosk-1", Topics.Kind.ACK));
    assertThat(two).isEmpty();
  }

  @Test
  void aWrongPasswordOrAnUnknownNameIsNotLetIn() {
    assertThatThrownBy(() -> get(client("kiosk-1", "kiosk-1", "wrong").connect(port, "127.0.0.1")))
        .isNotNull();
    assertThatThrownBy(
            () -> get(client("stranger", "stranger", "secret-1").connect(port, "127.0.0.1")))
        .isNotNull();
  }

  @Test
  void nobodySpeaksForAnotherDeviceOrOnADownwardTopic() throws Exception {
    for (String wrong :
        List.of(
            topic("kiosk-2", Topics.Kind.EVENTS),
            topic("kiosk-2", Topics.Kind.ACK),
            topic("kiosk-1", Topics.Kind.ACK),
            "jinlin/v2/jinlin/up/kiosk-1/events",
            "other")) {
      MqttClient client = connected("kiosk-1");
      publish(client, wrong, "forged");
      if (seesMisbehaviour()) {
        await().until(() -> !client.isConnected());
      }
    }
    MqttClient honest = connected("kiosk-2");
    publish(honest, topic("kiosk-2", Topics.Kind.HELLO), "honest");
    await().until(() -> received.stream().anyMatch(told -> told.payload().equals("honest")));
    assertThat(received).noneMatch(told -> told.payload().equals("forged"));
    if (seesMisbehaviour()) {
      assertThat(misbehaved).contains("kiosk-1 wrong-topic");
    }
  }

  @Test
  void aMessageBeyondTheLimitReachesNobodyAndTheNextOneIsTaken() throws Exception {
    MqttClient client = connected("kiosk-1");
    String large = "x".repeat(70_000);
    publish(client, topic("kiosk-1", Topics.Kind.EVENTS), large);
    MqttClient again = connected("kiosk-1");
    publish(again, topic("kiosk-1", Topics.Kind.EVENTS), "small");

    await().until(() -> !received.isEmpty());
    assertThat(received).containsExactly(new Told("kiosk-1", Topics.Kind.EVENTS, "small"));
  }
}
