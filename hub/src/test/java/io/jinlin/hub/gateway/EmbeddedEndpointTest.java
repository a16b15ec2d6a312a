package io.jinlin.hub.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.page.Device;
import io.jinlin.hub.devices.DeviceTable;
import io.jinlin.hub.devices.Doorkeeper;
import io.jinlin.hub.store.Database;
import io.vertx.mqtt.MqttClient;
import java.io.InputStream;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedEndpointTest extends EndpointContract {
  private Database database;

  @Override
  int open() throws Exception {
    database = Database.open(folder.resolve("hub.db"));
    for (Map.Entry<String, String> one : PASSWORDS.entrySet()) {
      Device device = new Device(one.getKey(), "K", "hall", Device.Role.ENTRANCE, 0);
      database.write(db -> DeviceTable.put(db, device, one.getValue(), 0, new SecureRandom()));
    }
    Doorkeeper doorkeeper = new Doorkeeper(database, InstantSource.system(), new SecureRandom());
    EmbeddedEndpoint embedded =
        new EmbeddedEndpoint(
            vertx,
            new EmbeddedEndpoint.Where(SITE, "127.0.0.1", 0, Optional.empty(), Optional.empty()),
            doorkeeper);
    endpoint = embedded;
    embedded.start(new Listening()).toCompletableFuture().get(10, TimeUnit.SECONDS);
    return embedded.port();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  boolean seesMisbehaviour() {
    return true;
  }

  @Test
  void randomBytesEndOnlyTheirOwnConnection() throws Exception {
    Random random = new Random(1);
    int port = ((EmbeddedEndpoint) endpoint).port();
    for (int i = 0; i < 30; i++) {
      byte[] noise = new byte[1 + random.nextInt(4_000)];
      random.nextBytes(noise);
      try (Socket socket = new Socket("127.0.0.1", port)) {
        socket.getOutputStream().write(noise);
        socket.shutdownOutput();
        InputStream in = socket.getInputStream();
        await().atMost(15, TimeUnit.SECONDS).until(() -> ended(in));
      }
    }
    messagesOfDevicesComeOnOneThreadUnderTheNameThatWasProven();
    assertThat(misbehaved).isEmpty();
  }

  @Test
  void aDeviceThatIsCutHasNoConnectionAndTheOthersKeepTheirs() throws Exception {
    MqttClient one = connected("kiosk-1");
    MqttClient two = connected("kiosk-2");
    endpoint.executor().execute(() -> endpoint.cut("kiosk-1"));
    await().until(() -> !one.isConnected());
    assertThat(two.isConnected()).isTrue();
    endpoint.executor().execute(() -> endpoint.cut("kiosk-3"));
    messagesOfDevicesComeOnOneThreadUnderTheNameThatWasProven();
  }

  private static boolean ended(InputStream in) {
    try {
      return in.read() < 0;
    } catch (java.io.IOException reset) {
      return true;
    }
  }
}
