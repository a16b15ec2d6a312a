package io.jinlin.hub.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.contract.page.Device;
import io.jinlin.hub.store.Database;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No two devices have a clinic number in common, at no time. */
class TicketRangesTest {
  private static final long NOW = 1_795_491_720_000L;
  private static final long DAY_MS = 86_400_000;

  @TempDir Path folder;

  private static Device kiosk(String id, int base) {
    return new Device(id, "取号机", "clinic", Device.Role.ENTRANCE, base);
  }

  private static void add(Database database, Device device, long now) {
    database.write(db -> DeviceTable.put(db, device, now, new SecureRandom()));
  }

  @Test
  void aSecondKioskWithTheSameNumbersIsRefusedByNameAndOneWithItsOwnIsNot() {
    try (Database database = Database.open(folder.resolve("hub.db"))) {
      add(database, kiosk("kiosk-a", 100), NOW);
      for (int base : new int[] {100, 101, 198, 2}) {
        assertThatThrownBy(() -> add(database, kiosk("kiosk-b", base), NOW))
            .hasMessageContaining(base == 2 ? "plates" : "kiosk-a")
            .isInstanceOf(IllegalArgumentException.class);
      }
      add(database, kiosk("kiosk-b", 199), NOW);
      add(database, kiosk("kiosk-c", 0), NOW);
      add(database, kiosk("kiosk-d", 0), NOW);
      add(database, kiosk("kiosk-a", 100), NOW);
      assertThat(database.read(DeviceTable::all)).hasSize(4);
    }
  }

  @Test
  void theNumbersOfALostKioskAreNobodysForADay() {
    try (Database database = Database.open(folder.resolve("hub.db"))) {
      add(database, kiosk("kiosk-a", 100), NOW);
      database.write(db -> DeviceTable.revoke(db, "kiosk-a", NOW));
      assertThatThrownBy(() -> add(database, kiosk("kiosk-b", 100), NOW + DAY_MS / 2))
          .hasMessageContaining("kiosk-a");
      add(database, kiosk("kiosk-b", 100), NOW + DAY_MS + 1);
    }
  }
}
