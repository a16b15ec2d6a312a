package io.jinlin.hub.gateway;

import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.Topics;
import io.jinlin.hub.broker.BrokerLink;
import io.jinlin.hub.devices.Devices;
import io.netty.handler.codec.mqtt.MqttQoS;
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
 * ledger's Ack alone counts. So messages are acknowledged to the broker as they come.
 */
public final class BrokerEndpoint implements Endpoint, BrokerLink.User {
  private static final int MAX_MESSAGE_HEAD = 512;
  private static final Logger LOG = LoggerFactory.getLogger(BrokerEndpoint.class);

  private final String site;
  private final BrokerLink link;
  private Handler handler = new NobodyListens();

  /** Connects once started. */
  public BrokerEndpoint(Vertx vertx, String site, BrokerLink.Where where) {
    this.site = site;
    this.link = new BrokerLink(vertx, where, this);
  }

  @Override
  public Executor executor() {
    return work -> link.context().runOnContext(ignored -> work.run());
  }

  /** Done after the first connection; it goes on trying until then and after. */
  @Override
  public CompletionStage<Void> start(Handler told) {
    CompletableFuture<Void> started = new CompletableFuture<>();
    link.context()
        .runOnContext(
            ignored -> {
              handler = told;
              link.start().thenAccept(started::complete);
            });
    return started;
  }

  @Override
  public void prepare(MqttClientOptions options) {
    options.setMaxMessageSize(Limits.MAX_MESSAGE_BYTES + MAX_MESSAGE_HEAD);
  }

  @Override
  public Future<?> connected(MqttClient client) {
    return client.subscribe(Topics.upFilter(site), MqttQoS.AT_LEAST_ONCE.value());
  }

  @Override
  public void received(MqttPublishMessage message) {
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
    MqttQoS qos = kind == Topics.Kind.COMMAND ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE;
    link.publish(new Topics(site, device, kind).text(), Buffer.buffer(payload), qos, false);
  }

  @Override
  public CompletionStage<Void> stop() {
    return link.stop();
  }
}
