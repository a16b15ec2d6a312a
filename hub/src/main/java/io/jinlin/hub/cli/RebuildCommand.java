package io.jinlin.hub.cli;

import io.jinlin.hub.cards.CardIndex;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.ledger.Rebuild;
import io.jinlin.hub.serve.HubFiles;
import io.jinlin.hub.store.DataFolder;
import io.jinlin.hub.store.Database;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hub rebuild}. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description =
        "Makes all figures anew from the ledger and reads rejected lines again; the hub must be"
            + " stopped.")
final class RebuildCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settings settings = new Settings();

  @Override
  public Integer call() {
    HubConfig config = settings.read();
    try (DataFolder folder = DataFolder.lock(config.data());
        Database database = Database.open(HubFiles.database(config))) {
      CardIndex cards = database.read(CardIndex::load);
      Rebuild.Result result = Rebuild.run(database, cards);
      spec.commandLine()
          .getOut()
          .printf(
              "rebuilt from %d events; %d rejected lines could be read now%n",
              result.events(), result.understood());
    }
    return 0;
  }
}
