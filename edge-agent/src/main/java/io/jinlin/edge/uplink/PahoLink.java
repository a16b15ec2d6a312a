package io.jinlin.edge.uplink;

import io.jinlin.contract.wire.Topics;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MQTT 3.1.1 by Eclipse Paho, which here remembers nothing and repeats nothing: clean session, no
 * reconnecting, no buffer. Its threads end with {@link #close}.
 */
public final class PahoLink implements Link, MqttCallback {
  /** How long the TCP and TLS handshakes may take, in seconds. */
  private static final int CONNECT_SECONDS = 5;

  /** Without traffic for this long Paho asks whether the hub is there, in seconds. */
  private static final int KEEP_ALIVE_SECONDS = 20;

  /** Messages in flight; the uplink's own bound is far below. */
  private static final int MAX_IN_FLIGHT = 1_000;

  private static final int QOS = 1;
  private static final Logger LOG = LoggerFactory.getLogger(PahoLink.class);

  private final Identity identity;
  private final HubAddress hub;
  private volatile @Nullable MqttAsyncClient client;
  private volatile @Nullable HubSockets sockets;
  private volatile @Nullable LinkEvents events;

  public PahoLink(Identity identity, HubAddress hub) {
    this.identity = identity;
    this.hub = hub;
  }

  @Override
  public void connect(LinkEvents told) {
    events = told;
    try {
      HubSockets fresh =
          new HubSockets(
              hub.pin().isPresent()
                  ? Optional.of(PinnedKey.sockets(hub.pin().get()))
                  : Optional.empty());
      MqttAsyncClient unused =
          new MqttAsyncClient(hub.uri(), identity.device(), new MemoryPersistence());
      sockets = fresh;
      client = unused;
      unused.setCallback(this);
      unused.connect(options(fresh), null, new Step(() -> subscribe(unused)));
    } catch (MqttException | GeneralSecurityException | IllegalArgumentException failed) {
      lost(failed);
    }
  }

  private MqttConnectOptions options(HubSockets fresh) {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(true);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout(CONNECT_SECONDS);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setMaxInflight(MAX_IN_FLIGHT);
    options.setUserName(identity.device());
    options.setPassword(hub.password().value().toCharArray());
    options.setSocketFactory(fresh);
    return options;
  }

  /** Asynchronous, so that it does not wait inside a callback, which would never end. */
  private void subscribe(MqttAsyncClient connected) {
    try {
      connected.subscribe(
          Topics.downFilter(identity.site(), identity.device()),
          QOS,
          null,
          new Step(
              () -> {
                LinkEvents told = events;
                if (told != null) {
                  told.connected();
                }
              }));
    } catch (MqttException failed) {
      lost(failed);
    }
  }

  /** Goes on after a success; tells the loss after a failure. */
  private final class Step implements IMqttActionListener {
    private final Runnable next;

    Step(Runnable next) {
      this.next = next;
    }

    @Override
    public void onSuccess(IMqttToken token) {
      next.run();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable failed) {
      lost(failed);
    }
  }

  @Override
  public void publish(Topics topic, byte[] payload) {
    MqttAsyncClient open = client;
    if (open == null) {
      return;
    }
    try {
      open.publish(topic.text(), payload, QOS, false);
    } catch (MqttException failed) {
      lost(failed);
    }
  }

  @Override
  public void close() {
    events = null;
    MqttAsyncClient open = client;
    HubSockets used = sockets;
    client = null;
    if (open == null || used == null) {
      return;
    }
    used.awaitStarted();
    try {
      open.disconnectForcibly(0, 0, false);
    } catch (MqttException alreadyDisconnected) {
      LOG.trace("disconnect: {}", alreadyDisconnected.toString());
    }
    try {
      open.close(true);
    } catch (MqttException failed) {
      LOG.debug("close: {}", failed.toString());
    }
  }

  @Override
  public void connectionLost(@Nullable Throwable cause) {
    lost(cause);
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    LinkEvents told = events;
    if (told != null) {
      told.received(topic, message.getPayload());
    }
  }

  @Override
  public void deliveryComplete(IMqttDeliveryToken token) {
    // Means only that the other end of the connection has it; the hub's Ack means that it is safe.
  }

  private void lost(@Nullable Throwable cause) {
    LinkEvents told = events;
    if (told != null) {
      told.lost(cause == null ? "connection lost" : describe(cause));
    }
  }

  private static String describe(Throwable failed) {
    Throwable cause = failed.getCause();
    return failed + (cause == null ? "" : ", because " + cause);
  }
}
