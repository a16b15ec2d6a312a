package io.jinlin.hub.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinlin.contract.config.Secret;
import io.jinlin.contract.event.Fact;
import io.jinlin.hub.broker.BrokerLink;
import io.jinlin.hub.testing.Mosquitto;
import io.jinlin.hub.testing.TestHub;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real hub tells a real Mosquitto; what it says is held against Home Assistant's documents. */
class HomeAssistantTest {
  /** Keys that the documents of MQTT sensor and MQTT binary sensor have in common. */
  private static final Set<String> BOTH =
      Set.of(
          "availability_topic",
          "device",
          "device_class",
          "entity_category",
          "icon",
          "json_attributes_topic",
          "name",
          "origin",
          "state_topic",
          "unique_id",
          "value_template");

  /** Those of a sensor alone. */
  private static final Set<String> SENSOR = Set.of("state_class", "unit_of_measurement");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Map<String, String> retained = new ConcurrentHashMap<>();
  private Mosquitto broker;
  private TestHub hub;
  private HomeAssistant telling;

  @BeforeEach
  void start() throws Exception {
    int port = Mosquitto.freePort();
    String settings = "listener " + port + " 127.0.0.1\nallow_anonymous true\n";
    broker = Mosquitto.start(folder, port, settings);
    hub = TestHub.start(folder.resolve("hub"));
  }

  @AfterEach
  void stop() throws Exception {
    if (telling != null) {
      telling.close();
    }
    hub.close();
    broker.close();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  private void tell() {
    telling =
        HomeAssistant.start(
            vertx,
            "kangle",
            "homeassistant",
            new BrokerLink.Where("127.0.0.1", broker.port(), "jinlin", "", new Secret("")),
            hub.apiParts().live());
  }

  private MqttClient client() throws Exception {
    MqttClient client = MqttClient.create(vertx);
    client.publishHandler(
        message -> {
          if (message.payload().length() == 0) {
            retained.remove(message.topicName());
          } else {
            retained.put(message.topicName(), message.payload().toString());
          }
        });
    client
        .connect(broker.port(), "127.0.0.1")
        .compose(done -> client.subscribe("#", 1))
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
    return client;
  }

  private static void publish(MqttClient client, String topic, String message, boolean retain)
      throws Exception {
    client
        .publish(topic, Buffer.buffer(message), MqttQoS.AT_LEAST_ONCE, false, retain)
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  private JsonNode state(String id) throws Exception {
    return JSON.readTree(retained.getOrDefault("jinlin-state/kangle/" + id, "{}"));
  }

  private Set<String> announced() {
    Set<String> topics = new TreeSet<>(retained.keySet());
    topics.removeIf(topic -> !topic.endsWith("/config"));
    return topics;
  }

  @Test
  void whatIsAnnouncedIsWhatItsDocumentsAllow() throws Exception {
    client();
    tell();
    await().until(() -> "online".equals(retained.get("jinlin-state/kangle/availability")));
    assertThat(announced())
        .contains(
            "homeassistant/sensor/jinlin_kangle/place_reading/config",
            "homeassistant/sensor/jinlin_kangle/meals_today/config",
            "homeassistant/binary_sensor/jinlin_kangle/device_kiosk-clinic/config");
    List<String> ids = new ArrayList<>();
    for (String topic : announced()) {
      String component = topic.split("/")[1];
      JsonNode config = JSON.readTree(retained.get(topic));
      Set<String> allowed = new TreeSet<>(BOTH);
      if (component.equals("sensor")) {
        allowed.addAll(SENSOR);
      }
      config.fieldNames().forEachRemaining(key -> assertThat(allowed).as(topic).contains(key));
      assertThat(topic).matches("homeassistant/[a-z_]+/[a-zA-Z0-9_-]+/[a-zA-Z0-9_-]+/config");
      assertThat(config.path("device").path("identifiers").path(0).asText())
          .isEqualTo("jinlin_kangle");
      assertThat(retained).containsKey(config.path("state_topic").asText());
      assertThat(retained).containsKey(config.path("availability_topic").asText());
      ids.add(config.path("unique_id").asText());
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void aRoomThatFillsIsToldAndAnUnknownOneIsNot() throws Exception {
    client();
    tell();
    await().until(() -> state("place_reading").has("value"));
    assertThat(state("place_reading").path("value").isNull()).isTrue();
    long now = hub.clock().millis();
    hub.sent(
        "door-reading", new Fact.Passage("reading", "front", Fact.Passage.Direction.IN, 7), now);
    await().until(() -> state("place_reading").path("value").asInt() == 7);
    assertThat(state("place_reading").path("level").asText()).isNotEmpty();
    assertThat(state("device_kiosk-clinic").path("value").asText()).isIn("ON", "OFF");
  }

  @Test
  void whenItEndsEverythingIsSaidToBeAway() throws Exception {
    client();
    tell();
    await().until(() -> "online".equals(retained.get("jinlin-state/kangle/availability")));
    telling.close();
    await().until(() -> "offline".equals(retained.get("jinlin-state/kangle/availability")));
  }

  @Test
  void whatIsNotThereAnyMoreIsTakenBackAndAnAnewStartedHomeAssistantIsToldAgain() throws Exception {
    MqttClient client = client();
    String gone = "homeassistant/sensor/jinlin_kangle/place_attic/config";
    String other = "homeassistant/sensor/jinlin_elsewhere/place_attic/config";
    publish(client, gone, "{}", true);
    publish(client, other, "{}", true);
    tell();
    await().until(() -> !retained.containsKey(gone) && announced().size() > 10);
    assertThat(retained).containsKey(other);
    Set<String> before = announced();
    String config = "homeassistant/sensor/jinlin_kangle/meals_today/config";
    retained.clear();
    publish(client, "homeassistant/status", "online", false);
    await().until(() -> announced().size() == before.size() - 1);
    assertThat(retained).containsKey(config);
  }

  @Test
  void aBrokerThatWasAwayIsToldEverythingAgain() throws Exception {
    tell();
    broker.killAndStartAgain();
    client();
    await().atMost(30, TimeUnit.SECONDS).until(() -> announced().size() > 10);
  }
}
