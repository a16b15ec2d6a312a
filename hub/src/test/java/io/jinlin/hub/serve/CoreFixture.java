package io.jinlin.hub.serve;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.store.Rows;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A hub on its files, which a test starts, stops and puts old copies in the place of. */
abstract class CoreFixture {
  @TempDir Path folder;
  Vertx vertx;
  HubConfig config;

  @BeforeEach
  void configure() {
    vertx = Vertx.vertx();
    config = config();
  }

  HubConfig config() {
    List<String> sets = List.of("data=" + folder, "mqtt.port=0", "http.port=0");
    ConfigReader reader = ConfigReader.load(List.of(), sets);
    HubConfig read = HubConfig.read(reader);
    reader.finish();
    return read;
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  Core start() throws Exception {
    return Core.start(config, vertx, InstantSource.system(), new SecureRandom());
  }

  static long number(Core core, String sql) {
    return core.database().read(db -> Rows.number(db, sql));
  }

  Path backUp(Core core) throws Exception {
    Backups backups = new Backups(config.backup().folder(), config.backup().keep());
    Path made = backups.make(core.database(), System.currentTimeMillis());
    List<Backups.Reached> reached = Backups.reached(made);
    core.ledger().write(db -> Backups.note(db, reached)).get(20, TimeUnit.SECONDS);
    return made;
  }
}
