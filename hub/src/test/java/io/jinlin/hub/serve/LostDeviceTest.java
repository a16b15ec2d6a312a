package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.page.Device;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.devices.DeviceTable;
import io.jinlin.hub.store.Database;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A device that staff report as lost gets nothing more, whatever is restored. */
class LostDeviceTest extends CoreFixture {
  private MqttClient kiosk() {
    return MqttClient.create(
        vertx,
        new MqttClientOptions()
            .setClientId("kiosk-1")
            .setUsername("kiosk-1")
            .setPassword("secret-1")
            .setCleanSession(true));
  }

  private MqttClient connected(Core core) throws Exception {
    MqttClient client = kiosk();
    client
        .connect(core.mqttPort().getAsInt(), "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
    return client;
  }

  private static void enrol(Core core) throws Exception {
    Device device = new Device("kiosk-1", "K", "hall", Device.Role.ENTRANCE, 0);
    core.ledger()
        .write(db -> DeviceTable.put(db, device, "secret-1", 0, new SecureRandom()))
        .get(20, TimeUnit.SECONDS);
  }

  @Test
  void aLostDeviceIsCutOffAtOnceAndStaysOutAfterAnOlderBackup() throws Exception {
    Path backup;
    try (Core core = start()) {
      enrol(core);
      backup = backUp(core);
      MqttClient thief = connected(core);
      assertThat(core.lostDevices().report("kiosk-1").get(20, TimeUnit.SECONDS)).isTrue();
      await().until(() -> !thief.isConnected());
      assertThatThrownBy(() -> connected(core)).hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      assertThat(core.devices().denied("kiosk-1")).isTrue();
      assertThatThrownBy(() -> connected(core)).hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
    }
  }

  @Test
  void whatTheCommandRevokedIsCutOffByTheRunningHubAndGetsIntoTheJournal() throws Exception {
    Path backup;
    try (Core core = start()) {
      enrol(core);
      backup = backUp(core);
      MqttClient thief = connected(core);
      try (Database command = Database.open(HubFiles.database(config))) {
        assertThat((boolean) command.write(db -> DeviceTable.revoke(db, "kiosk-1", 1))).isTrue();
      }
      await().until(() -> !thief.isConnected());
      String waiting = "SELECT count(*) FROM device WHERE revoked IS NOT NULL AND journalled = 0";
      await().until(() -> number(core, waiting) == 0);
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      assertThat(core.devices().denied("kiosk-1")).isTrue();
    }
  }
}
