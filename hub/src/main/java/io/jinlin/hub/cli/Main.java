package io.jinlin.hub.cli;

import io.jinlin.contract.config.ConfigException;
import io.jinlin.hub.accounts.AccountCommand;
import io.jinlin.hub.accounts.PasswordCommand;
import io.jinlin.hub.sample.SampleCommand;
import io.jinlin.hub.store.DataFolder;
import io.jinlin.hub.store.StoreException;
import java.io.PrintWriter;
import java.net.BindException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code jinlin hub}: the hub's commands. */
@Command(
    name = "hub",
    mixinStandardHelpOptions = true,
    description = "近邻 Jinlin: the hub of a community centre.",
    subcommands = {
      ServeCommand.class,
      RebuildCommand.class,
      ExportCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      DeviceCommand.class
    })
public final class Main {
  /** Exit code when something could not be done. */
  static final int FAILED = 1;

  /** Exit code for settings or arguments that cannot be used. */
  static final int WRONG_SETTINGS = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command; 0 for success. */
  static int run(String... args) {
    return commandLine().execute(args);
  }

  /** All commands. */
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .addSubcommand(new SampleCommand(InstantSource.system()))
        .addSubcommand(new AccountCommand(InstantSource.system()))
        .addSubcommand(new PasswordCommand(InstantSource.system()))
        .setExecutionExceptionHandler(Main::explain);
  }

  /** What the person who runs it can do something about is said in words, the rest in full. */
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    Throwable cause = e;
    while (cause.getCause() != null && !isSpoken(cause)) {
      cause = cause.getCause();
    }
    if (cause instanceof ConfigException) {
      err.println(cause.getMessage());
      return WRONG_SETTINGS;
    }
    if (isSpoken(cause)) {
      err.println(cause.getMessage());
      return FAILED;
    }
    LOG.error("{} failed", command.getCommandName(), e);
    return FAILED;
  }

  private static boolean isSpoken(Throwable cause) {
    return cause instanceof ConfigException
        || cause instanceof StoreException
        || cause instanceof DataFolder.InUseException
        || cause instanceof BindException;
  }
}
