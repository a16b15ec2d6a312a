package io.jinlin.edge.cli;

import io.jinlin.edge.clock.ClockTrust;
import io.jinlin.edge.clock.OffsetClock;
import io.jinlin.edge.clock.SystemClock;
import io.jinlin.edge.outbox.Outbox;
import io.jinlin.edge.outbox.OutboxLimits;
import io.jinlin.edge.outbox.Salvage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the readable rows of a damaged outbox back. */
@Command(
    name = "salvage",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a damaged outbox file page by page and puts the rows that are readable into an",
      "outbox, under their own epochs; the agent sends them when it runs next. The agent must",
      "not run meanwhile. The damaged file is renamed at the end, never changed or deleted."
    })
final class SalvageCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The file, outbox.db.damaged-…")
  private Path damaged = Path.of("");

  @Option(
      names = "--into",
      required = true,
      paramLabel = "OUTBOX",
      description = "The outbox that takes the rows, outbox.db in the data folder.")
  private Path into = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(damaged)) {
      throw new IOException("there is no file " + damaged);
    }
    if (Files.exists(into) && Files.isSameFile(damaged, into)) {
      throw new IOException("FILE and --into are the same file; the agent sets it aside at start");
    }
    try (Outbox outbox =
        Outbox.open(
            into,
            "salvage",
            new OffsetClock(new SystemClock(), ClockTrust.AUTO),
            new SecureRandom(),
            OutboxLimits.DEFAULT)) {
      Salvage.Result result = Salvage.salvage(damaged, outbox);
      var out = spec.commandLine().getOut();
      out.println(
          result.readable()
              + " rows readable, "
              + result.added()
              + " of them new in "
              + into
              + "; the damaged file is now "
              + result.file());
      out.flush();
    }
    return 0;
  }
}
