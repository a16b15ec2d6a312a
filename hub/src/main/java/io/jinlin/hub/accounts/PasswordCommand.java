package io.jinlin.hub.accounts;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub password}: for whoever lost theirs, by whoever can read the data folder. */
@Command(
    name = "password",
    mixinStandardHelpOptions = true,
    description = "Gives an account a new password and shows it once.")
public final class PasswordCommand implements Callable<Integer> {

  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data/hub",
      description = "The data folder (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data", "hub");

  @Parameters(
      index = "0",
      paramLabel = "ACCOUNT",
      defaultValue = Accounts.FIRST_ACCOUNT,
      description = "Whose (default: ${DEFAULT-VALUE}).")
  private String account = Accounts.FIRST_ACCOUNT;

  /** The command. */
  public PasswordCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Path file = data.resolve(Accounts.FILE);
    if (!Files.exists(file)) {
      out.println(
          "There are no accounts in " + data + " yet; the hub makes the first at its start.");
      return 1;
    }
    try (Accounts accounts = Accounts.open(file, clock, new SecureRandom())) {
      Optional<String> password = accounts.reset(account, "");
      out.println(
          password
              .map(text -> "The new password of " + account + ", shown only now: " + text)
              .orElse("There is no account " + account + "."));
      return password.isPresent() ? 0 : 1;
    }
  }
}
