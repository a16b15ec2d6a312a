package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.hub.accounts.Accounts;
import io.jinlin.hub.accounts.Login;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts are in every backup, and come back only where they are missing or wanted. */
class AccountsBackupTest extends CoreFixture {
  @Test
  void aBackupHasTheAccountsWithoutTheBrowsersThatWereSignedIn() throws Exception {
    try (Core core = start();
        Accounts accounts =
            Accounts.open(
                folder.resolve(Accounts.FILE), InstantSource.system(), new SecureRandom())) {
      String password = accounts.addGenerated("nurse", Set.of(Role.STAFF));
      Login login = accounts.login("nurse", password, "a");
      Path copy = Backups.accounts(backUp(core));
      try (Accounts old = Accounts.open(copy, InstantSource.system(), new SecureRandom())) {
        assertThat(old.who(((Login.Welcome) login).token())).isEmpty();
        assertThat(old.login("nurse", password, "a")).isInstanceOf(Login.Welcome.class);
      }
    }
  }

  @Test
  void aRestoreBringsAccountsBackOnlyWhereTheyAreLostOrWanted() throws Exception {
    Path backup;
    try (Core core = start();
        Accounts accounts =
            Accounts.open(
                folder.resolve(Accounts.FILE), InstantSource.system(), new SecureRandom())) {
      accounts.addGenerated("nurse", Set.of(Role.STAFF));
      backup = backUp(core);
    }
    Path file = folder.resolve(Accounts.FILE);
    assertThat(restore(backup)).doesNotContain("accounts-");
    assertThat(restore(backup, "--accounts")).contains("accounts-", "kept as");
    Files.delete(file);
    assertThat(restore(backup)).contains("accounts-");
    assertThat(file).exists();
  }

  private String restore(Path backup, String... more) {
    StringWriter said = new StringWriter();
    List<String> words = new ArrayList<>(List.of("restore", "--set", "data=" + folder));
    words.addAll(List.of(more));
    words.add(backup.toString());
    int code =
        Main.commandLine().setOut(new PrintWriter(said)).execute(words.toArray(String[]::new));
    assertThat(code).as(said.toString()).isZero();
    return said.toString();
  }
}
