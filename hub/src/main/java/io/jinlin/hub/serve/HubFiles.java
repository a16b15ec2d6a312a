package io.jinlin.hub.serve;

import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.store.Damage;
import io.jinlin.hub.store.Database;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the hub's database, whatever happened to it. */
public final class HubFiles {
  private static final Logger LOG = LoggerFactory.getLogger(HubFiles.class);

  private HubFiles() {}

  /** The database of a data folder. */
  public static Path database(HubConfig config) {
    return config.data().resolve("hub.db");
  }

  /**
   * Opens it. A damaged file is set aside, never deleted; the newest whole backup stands in for it
   * (an empty file if there is none), the journal and the devices bring back what is newer.
   */
  static Database open(HubConfig config, long nowMillis) {
    Path file = database(config);
    Optional<String> damage = Damage.of(file);
    if (damage.isPresent()) {
      Path aside = Damage.setAside(file, "damaged-" + nowMillis);
      LOG.error("{} is damaged ({}); it is kept as {}", file, damage.get(), aside);
      Backups backups = new Backups(config.backup().folder(), config.backup().keep());
      Optional<Path> backup = backups.newestWhole();
      if (backup.isPresent()) {
        Backups.restore(backup.get(), file, nowMillis);
        LOG.error("the backup {} stands in for it", backup.get());
      } else {
        LOG.error("there is no backup: the hub starts empty, and people and cards are missing");
      }
    }
    Optional<String> journal = Damage.of(config.journal());
    if (journal.isPresent()) {
      Path aside = Damage.setAside(config.journal(), "damaged-" + nowMillis);
      LOG.error("the journal is damaged ({}); it is kept as {}", journal.get(), aside);
    }
    return Database.open(file);
  }
}
