package io.jinlin.kiosk.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The kiosk's command line. */
@Command(
    name = "kiosk",
    mixinStandardHelpOptions = true,
    description = "A kiosk: card reader and screen.",
    subcommands = {ReadCommand.class})
public final class Main {
  private Main() {}

  /** Runs a command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
