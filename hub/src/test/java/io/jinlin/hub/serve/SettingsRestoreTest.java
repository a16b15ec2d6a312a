package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.page.Closure;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.Site;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.places.SettingsBook;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What staff set outlives an older backup. */
class SettingsRestoreTest extends CoreFixture {
  private static Closure closure(String id) {
    LocalDateTime from = LocalDateTime.of(2026, 11, 24, 12, 0);
    return new Closure(id, Optional.of("clinic"), from, from.plusHours(5), "消毒", "");
  }

  private static void put(Core core, Places places, Item item) throws Exception {
    new SettingsBook(core.ledger(), places, () -> {}).put(item).get(20, TimeUnit.SECONDS);
  }

  @Test
  void aRestoredHubStillKnowsWhatIsClosedAndWhatWasOpenedAgain() throws Exception {
    Path backup;
    Places places =
        new Places(new Site("jinlin", "近邻", "Jinlin", ZoneId.of("Asia/Shanghai")), List.of());
    try (Core core = start()) {
      core.ledger()
          .write(
              db -> {
                places.save(db);
                return 1;
              })
          .get(20, TimeUnit.SECONDS);
      put(core, places, new Item.ClosureSettings(1, closure("before")));
      backup = backUp(core);
      put(core, places, new Item.Gone(1, new Item.ClosureSettings(1, closure("before")).key()));
      put(core, places, new Item.ClosureSettings(1, closure("after")));
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      Places loaded = core.database().read(Places::load).orElseThrow();
      assertThat(loaded.closures()).containsExactly(closure("after"));
      assertThat(number(core, "SELECT count(*) FROM page_item WHERE key = 'closure/after'"))
          .isEqualTo(1);
      assertThat(
              number(
                  core, "SELECT count(*) FROM page_item WHERE key = 'closure/before' AND gone = 1"))
          .isEqualTo(1);
    }
  }
}
