package io.jinlin.hub.cli;

import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.ledger.CloudEvents;
import io.jinlin.hub.ledger.Export;
import io.jinlin.hub.serve.HubFiles;
import io.jinlin.hub.store.StoreException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub export ledger|cloudevents}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes the ledger as one JSON object a line, while the hub runs or not: with our own fields"
            + " (ledger), or as CloudEvents 1.0 (cloudevents).")
final class ExportCommand implements Callable<Integer> {
  private static final int BUFFER_BYTES = 64 * 1024;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settings settings = new Settings();

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description = "What to write: ledger or cloudevents.")
  private String what = "ledger";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to (default: standard output).")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    boolean cloudEvents = what.equals("cloudevents");
    if (!cloudEvents && !what.equals("ledger")) {
      throw new ParameterException(
          spec.commandLine(), "cannot export \"" + what + "\"; there are: ledger, cloudevents");
    }
    HubConfig config = settings.read();
    Path file = HubFiles.database(config);
    if (!Files.exists(file)) {
      spec.commandLine().getErr().println("there is no hub in " + config.data());
      return Main.FAILED;
    }
    try (Connection db = readOnly(file);
        OutputStream to = new BufferedOutputStream(target(), BUFFER_BYTES)) {
      long count = cloudEvents ? CloudEvents.write(db, config.site(), to) : Export.write(db, to);
      to.flush();
      spec.commandLine().getErr().println(count + " events");
    } catch (SQLException e) {
      throw new StoreException("exporting", e);
    }
    return 0;
  }

  private OutputStream target() throws IOException {
    return out == null
        ? new FileOutputStream(java.io.FileDescriptor.out)
        : Files.newOutputStream(out);
  }

  private static Connection readOnly(Path file) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("open_mode", "1");
    return DriverManager.getConnection("jdbc:sqlite:" + file, properties);
  }
}
