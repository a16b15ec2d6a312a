package io.jinlin.kiosk.cli;

import io.jinlin.edge.cli.Complaint;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code kiosk run|read|camera-check}. */
@Command(
    name = "kiosk",
    mixinStandardHelpOptions = true,
    description = "A kiosk: card reader and screen.",
    subcommands = {RunCommand.class, ReadCommand.class, CameraCheckCommand.class})
public final class Main {
  private Main() {}

  /** Runs a command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main())
            .setExecutionExceptionHandler(new Complaint())
            .execute(arguments));
  }
}
