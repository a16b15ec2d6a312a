package io.jinlin.hub.cli;

import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.serve.HubFiles;
import io.jinlin.hub.store.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hub backup}. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Makes a verified copy of the database, while the hub runs or not.")
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settings settings = new Settings();

  @Override
  public Integer call() {
    HubConfig config = settings.read();
    try (Database database = Database.open(HubFiles.database(config))) {
      Backups backups = new Backups(config.backup().folder(), config.backup().keep());
      Path made = backups.make(database, InstantSource.system().millis());
      List<Backups.Reached> reached = Backups.reached(made);
      database.write(db -> Backups.note(db, reached));
      spec.commandLine().getOut().println(made);
    }
    return 0;
  }
}
