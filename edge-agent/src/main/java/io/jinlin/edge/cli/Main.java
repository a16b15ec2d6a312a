package io.jinlin.edge.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code edge-agent run|status|salvage}. */
@Command(
    name = "edge-agent",
    mixinStandardHelpOptions = true,
    description = "The edge agent of Jinlin: decides, remembers, and tells the hub.",
    subcommands = {RunCommand.class, StatusCommand.class, SalvageCommand.class})
public final class Main {
  /** Named for this module, because a kiosk has both on its class path. */
  private static final String LOG_SETTINGS = "edge-agent-logback.xml";

  private Main() {}

  /** Runs a command and ends with its exit code. */
  public static void main(String[] arguments) {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", LOG_SETTINGS);
    }
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main()).setExecutionExceptionHandler(new Complaint());
  }
}
