package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.page.ClinicQueue;
import io.jinlin.contract.page.FailureRule;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.page.Site;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.clinic.ClinicRules;
import io.jinlin.hub.clinic.ClinicSettings;
import io.jinlin.hub.clinic.Room;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.places.SettingsBook;
import io.jinlin.hub.store.Rows;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the clinic set outlives an older backup: priority, rooms, queues and their hours. */
class ClinicRestoreTest extends CoreFixture {
  private static final ClinicQueue OLD = queue("basic", 8, 17);
  private static final ClinicQueue NEW = queue("evening", 18, 20);
  private static final ClinicRules RULES =
      new ClinicRules(75, false, 4, 800, List.of(new Room("room-9", "诊室9", "Room 9")));

  private static ClinicQueue queue(String id, int opens, int closes) {
    return new ClinicQueue(id, "夜诊", "Evening", LocalTime.of(opens, 0), LocalTime.of(closes, 0));
  }

  private Places places() {
    Place clinic =
        new Place(
            "clinic",
            "卫生服务站",
            "Clinic",
            Service.CLINIC,
            30,
            90,
            60,
            FailureRule.SERVE,
            10,
            30,
            List.of(),
            List.of(OLD));
    return new Places(new Site("jinlin", "近邻", "Jinlin", config.zone()), List.of(clinic));
  }

  @Test
  void aRestoredHubHasTheRulesAndQueuesThatStaffSetLast() throws Exception {
    Path backup;
    try (Core core = start()) {
      Places places = places();
      core.ledger()
          .write(
              db -> {
                places.save(db);
                return 1;
              })
          .get(20, TimeUnit.SECONDS);
      backup = backUp(core);
      ClinicSettings.save(core.ledger(), RULES).get(20, TimeUnit.SECONDS);
      Place changed = places.places().get(0).with(List.of(OLD, NEW));
      new SettingsBook(core.ledger(), places, () -> {})
          .put(new Item.PlaceSettings(1, changed))
          .get(20, TimeUnit.SECONDS);
      assertThat(places.places().get(0).queues()).containsExactly(OLD, NEW);
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      assertThat(core.database().read(ClinicSettings::load)).isEqualTo(RULES);
      Places again = core.database().read(Places::load).orElseThrow();
      assertThat(again.places().get(0).queues()).containsExactly(OLD, NEW);
      int kind = PageKind.SETTINGS.ordinal();
      String term = "SELECT first FROM page_term WHERE kind = ? ORDER BY start DESC LIMIT 1";
      long first = core.database().read(db -> Rows.number(db, term, kind));
      String newest = "SELECT max(version) FROM page_item WHERE kind = ?";
      long told = core.database().read(db -> Rows.number(db, newest, kind));
      assertThat(told).as("kiosks are told anew").isGreaterThanOrEqualTo(first);
    }
  }
}
