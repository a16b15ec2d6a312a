package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.page.Device;
import io.jinlin.hub.devices.DeviceTable;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the hub holds against a device stays until staff have seen it. */
class HeldProblemsTest extends CoreFixture {
  private static final String COUNT = "SELECT count(*) FROM device_problem";

  private static void enrol(Core core) throws Exception {
    Device device = new Device("kiosk-1", "K", "hall", Device.Role.ENTRANCE, 0);
    core.ledger()
        .write(db -> DeviceTable.put(db, device, "secret-1", 0, new SecureRandom()))
        .get(20, TimeUnit.SECONDS);
  }

  @Test
  void itOutlivesTheHubUntilItIsSettledAndAStrangersNameIsNotKept() throws Exception {
    try (Core core = start()) {
      enrol(core);
      core.devices().holdAgainst("kiosk-1", "number-reused");
      core.devices().holdAgainst("stranger", "wrong-password");
      await().until(() -> number(core, COUNT) == 1);
    }
    try (Core core = start()) {
      assertThat(core.devices().status("kiosk-1").held()).containsExactly("number-reused");
      assertThat(core.devices().status("stranger").held()).isEmpty();
      core.heldProblems().settle("kiosk-1").get(20, TimeUnit.SECONDS);
      assertThat(core.devices().status("kiosk-1").problems()).isEmpty();
    }
    try (Core core = start()) {
      assertThat(core.devices().status("kiosk-1").held()).isEmpty();
      assertThat(core.devices().holdAgainst("kiosk-1", "number-reused")).isTrue();
      await().until(() -> number(core, COUNT) == 1);
    }
  }
}
