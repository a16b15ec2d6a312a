package io.jinlin.hub.cli;

import io.jinlin.hub.accounts.Accounts;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.serve.HubFiles;
import io.jinlin.hub.store.Damage;
import io.jinlin.hub.store.DataFolder;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub restore}. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Puts a backup in the place of the database, which is renamed and kept; the hub must be"
            + " stopped. Kiosks and the journal bring back what is newer. Accounts are put back"
            + " only where they are missing or damaged, so that old passwords stay dead.")
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settings settings = new Settings();

  @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Option(
      names = "--accounts",
      description = "Puts back the accounts of the backup too, passwords as they were then.")
  private boolean accounts;

  @Override
  public Integer call() {
    HubConfig config = settings.read();
    PrintWriter out = spec.commandLine().getOut();
    try (DataFolder folder = DataFolder.lock(config.data())) {
      long now = InstantSource.system().millis();
      Backups.restore(file, HubFiles.database(config), now)
          .ifPresent(aside -> out.println("what was there is kept as " + aside));
      out.println("restored " + file);
      restoreAccounts(config.data().resolve(Accounts.FILE), now, out);
    }
    return 0;
  }

  private void restoreAccounts(Path current, long now, PrintWriter out) {
    Path copied = Backups.accounts(file);
    boolean lost = !Files.exists(current) || Damage.of(current).isPresent();
    if (!Files.exists(copied) || !(accounts || lost)) {
      if (accounts) {
        out.println("there are no accounts beside this backup");
      }
      return;
    }
    Backups.restore(copied, current, now)
        .ifPresent(aside -> out.println("the accounts that were there are kept as " + aside));
    out.println("restored " + copied);
  }
}
