package io.jinlin.hub.gateway;

import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.Topics;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One device's connection to the embedded endpoint, confined to the device's own topics. */
final class DeviceConnection {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceConnection.class);

  private final MqttEndpoint client;
  private final String device;
  private final String site;
  private final EmbeddedEndpoint endpoint;
  private final Map<String, Topics.Kind> own = new HashMap<>();
  private final List<Runnable> outgoing = new ArrayList<>();
  private boolean accepted;
  private boolean ended;

  DeviceConnection(MqttEndpoint client, String site, EmbeddedEndpoint endpoint) {
    this.client = client;
    this.device = client.clientIdentifier();
    this.site = site;
    this.endpoint = endpoint;
    for (Topics.Kind kind : Topics.Kind.values()) {
      if (kind.up()) {
        own.put(new Topics(site, device, kind).text(), kind);
      }
    }
  }

  String device() {
    return device;
  }

  /** Sets the handlers before the device is let in. */
  void prepare() {
    client.publishAutoAck(false);
    client.subscriptionAutoAck(false);
    client.publishHandler(this::published);
    client.subscribeHandler(this::subscribed);
    client.unsubscribeHandler(this::unsubscribed);
    client.disconnectHandler(ignored -> close());
    client.closeHandler(ignored -> end());
    client.exceptionHandler(problem -> close());
  }

  /** Lets the device in, if it is still there; "connected" it is only by this. */
  void accept() {
    if (!ended) {
      accepted = true;
      client.accept(false);
    }
  }

  void reject(MqttConnectReturnCode code) {
    if (!ended) {
      client.reject(code);
      end();
    }
  }

  private void published(MqttPublishMessage message) {
    if (!accepted) {
      close();
      return;
    }
    Topics.Kind kind = own.get(message.topicName());
    if (kind == null) {
      misbehave("wrong-topic");
    } else if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
      misbehave("wrong-qos");
    } else if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE && message.messageId() < 1) {
      misbehave("wrong-message-id");
    } else if (message.payload().length() > Limits.MAX_MESSAGE_BYTES) {
      misbehave("too-large");
    } else {
      byte[] payload = message.payload().getBytes();
      endpoint.handler().received(device, kind, payload, done(message));
    }
  }

  private Runnable done(MqttPublishMessage message) {
    int id = message.messageId();
    if (message.qosLevel() == MqttQoS.AT_MOST_ONCE) {
      return () -> {};
    }
    return () -> soon(() -> client.publishAcknowledge(id));
  }

  /**
   * Sends with everything else that this turn of the event loop brings, in order. Not on the event
   * loop: there each message would be a write to the socket of its own, from elsewhere Vert.x
   * gathers them into one (a fifth of the hub's work under a load of single events).
   */
  private void soon(Runnable message) {
    outgoing.add(message);
    if (outgoing.size() == 1) {
      endpoint.soon(this::send);
    }
  }

  private void send() {
    List<Runnable> messages = List.copyOf(outgoing);
    outgoing.clear();
    if (!ended && client.isConnected()) {
      endpoint.elsewhere(() -> send(messages));
    }
  }

  private void send(List<Runnable> messages) {
    try {
      messages.forEach(Runnable::run);
    } catch (IllegalStateException gone) {
      // What was not acknowledged comes again; what was not told is asked for again.
      LOG.debug("{} left before {} messages", device, messages.size());
    }
  }

  private void subscribed(MqttSubscribeMessage message) {
    List<MqttQoS> granted = new ArrayList<>();
    boolean own = true;
    String filter = Topics.downFilter(site, device);
    for (var wanted : message.topicSubscriptions()) {
      boolean allowed = wanted.topicName().equals(filter);
      own &= allowed;
      granted.add(allowed ? MqttQoS.AT_LEAST_ONCE : MqttQoS.FAILURE);
    }
    client.subscribeAcknowledge(message.messageId(), granted);
    if (!own) {
      misbehave("wrong-topic");
    }
  }

  private void unsubscribed(MqttUnsubscribeMessage message) {
    client.unsubscribeAcknowledge(message.messageId());
  }

  private void misbehave(String problem) {
    endpoint.handler().misbehaved(device, problem);
    close();
  }

  /**
   * Acknowledgements repeat themselves, so they go at QoS 0; pages and commands at QoS 1 only where
   * a device would otherwise not learn of them.
   */
  void send(Topics.Kind kind, byte[] payload) {
    MqttQoS qos = kind == Topics.Kind.COMMAND ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE;
    String topic = new Topics(site, device, kind).text();
    soon(() -> client.publish(topic, Buffer.buffer(payload), qos, false, false));
  }

  void close() {
    if (!ended && client.isConnected()) {
      client.close();
    }
    end();
  }

  private void end() {
    if (!ended) {
      ended = true;
      endpoint.ended(this);
    }
  }
}
