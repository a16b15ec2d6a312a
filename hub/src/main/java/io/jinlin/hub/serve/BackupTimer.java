package io.jinlin.hub.serve;

import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.store.Database;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a backup every so often while the hub runs. */
final class BackupTimer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackupTimer.class);

  record Parts(Database database, Ledger ledger, Backups backups, InstantSource clock) {}

  private final Vertx vertx;
  private final Parts parts;
  private final long timer;

  private BackupTimer(Vertx vertx, long everyMillis, Parts parts) {
    this.vertx = vertx;
    this.parts = parts;
    this.timer =
        everyMillis == 0
            ? -1
            : vertx.setPeriodic(everyMillis, ignored -> vertx.executeBlocking(this::make, false));
  }

  static BackupTimer start(Vertx vertx, HubConfig.BackupPlan plan, Parts parts) {
    return new BackupTimer(vertx, TimeUnit.HOURS.toMillis(plan.everyHours()), parts);
  }

  private Integer make() {
    try {
      Path made = parts.backups().make(parts.database(), parts.clock().millis());
      List<Backups.Reached> reached = Backups.reached(made);
      LOG.info("backup {}", made.getFileName());
      return parts.ledger().write(db -> Backups.note(db, reached)).join();
    } catch (RuntimeException e) {
      LOG.error("no backup was made", e);
      return 0;
    }
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
