package io.jinlin.hub.homeassistant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.hub.broker.BrokerLink;
import io.jinlin.hub.live.Live;
import io.jinlin.hub.live.Snapshot;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Tells a broker of the owner's about rooms, meals and kiosks, in the form that Home Assistant,
 * openHAB and Node-RED discover by themselves (MQTT discovery). All messages are retained: whoever
 * comes later sees them. A topic is published again only when its message changed.
 */
public final class HomeAssistant implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_MESSAGE_BYTES = 64 * 1_024;
  private static final String ONLINE = "online";
  private static final String OFFLINE = "offline";

  private final String site;
  private final String prefix;
  private final BrokerLink link;
  private final AutoCloseable watching;

  /** What the broker was told last, by topic. On the link's context, as all below. */
  private final Map<String, String> told = new HashMap<>();

  private final Set<String> stale = new HashSet<>();
  private Snapshot newest;

  private HomeAssistant(
      Vertx vertx, String site, String prefix, BrokerLink.Where where, Live live) {
    this.site = site;
    this.prefix = prefix;
    this.newest = live.view().snapshot();
    this.link = new BrokerLink(vertx, where, new Told());
    this.watching = live.watch(this::shown);
  }

  /**
   * Starts telling, and goes on trying to reach the broker.
   *
   * @param site the site's identifier
   * @param prefix of the discovery topics, {@code homeassistant} unless its owner changed it
   */
  public static HomeAssistant start(
      Vertx vertx, String site, String prefix, BrokerLink.Where where, Live live) {
    HomeAssistant telling = new HomeAssistant(vertx, site, prefix, where, live);
    CompletionStage<Void> unused = telling.link.start();
    return telling;
  }

  private void shown(Live.View view) {
    link.context()
        .runOnContext(
            ignored -> {
              newest = view.snapshot();
              tell();
            });
  }

  private final class Told implements BrokerLink.User {
    /** The broker says it when this hub is gone. */
    @Override
    public void prepare(MqttClientOptions options) {
      options
          .setMaxMessageSize(MAX_MESSAGE_BYTES)
          .setWillFlag(true)
          .setWillTopic(availability())
          .setWillMessageBytes(Buffer.buffer(OFFLINE))
          .setWillQoS(MqttQoS.AT_LEAST_ONCE.value())
          .setWillRetain(true);
    }

    @Override
    public Future<?> connected(MqttClient client) {
      told.clear();
      int qos = MqttQoS.AT_LEAST_ONCE.value();
      return client
          .subscribe(Map.of(birth(), qos, prefix + "/+/" + node() + "/+/config", qos))
          .onSuccess(done -> tell());
    }

    @Override
    public void received(MqttPublishMessage message) {
      if (message.topicName().equals(birth())) {
        if (message.payload().toString().equals(ONLINE)) {
          // Home Assistant started anew; it asks to be told everything again.
          told.clear();
          tell();
        }
      } else if (message.payload().length() > 0 && !told.containsKey(message.topicName())) {
        stale.add(message.topicName());
        tell();
      }
    }
  }

  private void tell() {
    List<Entity> entities = Entities.of(newest);
    for (Entity entity : entities) {
      publish(config(entity), discovery(entity).toString());
      publish(state(entity), entity.state().toString());
    }
    publish(availability(), ONLINE);
    // What an earlier hub announced and is not there any more, such as a kiosk that was lost.
    stale.removeAll(told.keySet());
    stale.forEach(topic -> publish(topic, ""));
    stale.clear();
  }

  private void publish(String topic, String message) {
    if (!message.equals(told.put(topic, message))) {
      link.publish(topic, Buffer.buffer(message), MqttQoS.AT_LEAST_ONCE, true);
    }
  }

  private ObjectNode discovery(Entity entity) {
    ObjectNode config = entity.settings().deepCopy();
    config
        .put("unique_id", node() + "_" + entity.id())
        .put("state_topic", state(entity))
        .put("value_template", "{{ value_json.value }}")
        .put("json_attributes_topic", state(entity))
        .put("availability_topic", availability());
    config
        .putObject("device")
        .put("name", newest.site().zh())
        .put("manufacturer", "Jinlin")
        .put("model", "hub")
        .putArray("identifiers")
        .add(node());
    config.set("origin", JSON.createObjectNode().put("name", "jinlin"));
    return config;
  }

  private String node() {
    return "jinlin_" + site;
  }

  private String config(Entity entity) {
    return prefix + "/" + entity.component() + "/" + node() + "/" + entity.id() + "/config";
  }

  private String state(Entity entity) {
    return "jinlin-state/" + site + "/" + entity.id();
  }

  private String availability() {
    return "jinlin-state/" + site + "/availability";
  }

  private String birth() {
    return prefix + "/status";
  }

  /** Says that the hub is away, and leaves the broker. */
  @Override
  public void close() throws Exception {
    watching.close();
    link.context()
        .runOnContext(
            ignored ->
                link.publish(availability(), Buffer.buffer(OFFLINE), MqttQoS.AT_LEAST_ONCE, true));
    link.stop().toCompletableFuture().join();
  }
}
