package io.jinlin.hub.accounts;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.WordTable;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub account NAME ROLE…}, also while the hub runs. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = "Makes an account and shows its first password once, for example: cook canteen.")
public final class AccountCommand implements Callable<Integer> {
  private static final WordTable<Role> ROLES = WordTable.of(Role.class);

  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data/hub",
      description = "The data folder (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data", "hub");

  @Parameters(index = "0", paramLabel = "NAME", description = "Lower-case letters, digits, -.")
  private String name = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "ROLE",
      description = "What it may do: director, staff, auditor, canteen, delivery …")
  private List<String> roles = List.of();

  /** The command. */
  public AccountCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Set<Role> may = EnumSet.noneOf(Role.class);
    for (String role : roles) {
      Optional<Role> known = ROLES.find(role);
      if (known.isEmpty()) {
        out.println("There is no role " + role + "; there are " + String.join(", ", ROLES.words()));
        return 2;
      }
      may.add(known.get());
    }
    if (!Check.isId(name)) {
      out.println("A name has 1 to " + Check.MAX_ID_LENGTH + " of a-z, 0-9 and -.");
      return 2;
    }
    if (!Files.exists(data.resolve(Accounts.FILE))) {
      out.println("There are no accounts in " + data + " yet; start the hub once.");
      return 1;
    }
    return make(out, may);
  }

  private int make(PrintWriter out, Set<Role> may) throws SQLException {
    try (Accounts accounts =
        Accounts.open(data.resolve(Accounts.FILE), clock, new SecureRandom())) {
      Optional<String> password = accounts.invite(name, may, "");
      if (password.isEmpty()) {
        out.println("There is an account " + name + " already; `hub password` gives a new one.");
        return 1;
      }
      out.println("The password of " + name + ", shown only now: " + password.get());
      return 0;
    }
  }
}
