package io.jinlin.e2e.cli;

import io.jinlin.e2e.bench.BenchCommand;
import io.jinlin.e2e.day.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the tools around the product. */
@Command(
    name = "e2e",
    mixinStandardHelpOptions = true,
    description = "Tools around the product.",
    subcommands = {SimulateCommand.class, BenchCommand.class})
public final class Main {
  private Main() {}

  /** Runs a command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
