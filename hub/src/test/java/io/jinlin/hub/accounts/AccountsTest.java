package io.jinlin.hub.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AccountsTest {

  private static final String PASSWORD = "correct horse battery";

  /** Far too little for use: these tests are about what happens around the hash. */
  private static final int FAST_KIB = 64;

  @TempDir private Path folder;
  private final AtomicLong now = new AtomicLong(1_795_500_000_000L);
  private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
  private Accounts accounts;

  @BeforeEach
  void open() throws Exception {
    accounts = reopened();
  }

  @AfterEach
  void close() throws Exception {
    accounts.close();
  }

  private Accounts reopened() throws Exception {
    return Accounts.open(folder.resolve("accounts.db"), clock, new Random(1), FAST_KIB);
  }

  @Test
  void theFirstStartMakesOneAccountWhosePasswordIsShownOnce() throws Exception {
    String password = accounts.first().orElseThrow();
    assertThat(password).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
    assertThat(accounts.first()).isEmpty();
    Login login = accounts.login(Accounts.FIRST_ACCOUNT, password, "a");
    assertThat(login).isInstanceOf(Login.Welcome.class);
    assertThat(((Login.Welcome) login).who().mustChange()).isTrue();
    assertThat(((Login.Welcome) login).who().roles()).containsExactly(Role.DIRECTOR);
  }

  @Test
  void theCommandMakesACooksAccountWhosePasswordIsReplacedFirst() throws Exception {
    StringWriter said = new StringWriter();
    CommandLine command =
        new CommandLine(new AccountCommand(clock)).setOut(new PrintWriter(said, true));
    String data = folder.toString();
    assertThat(command.execute("--data", data, "cook", "canteen")).isZero();
    String password = said.toString().strip().replaceFirst(".*: ", "");
    accounts.close();
    accounts = reopened();
    Login.Welcome login = (Login.Welcome) accounts.login("cook", password, "a");
    assertThat(login.who().roles()).containsExactly(Role.CANTEEN);
    assertThat(login.who().mustChange()).isTrue();
    assertThat(command.execute("--data", data, "cook", "canteen")).isEqualTo(1);
    assertThat(command.execute("--data", data, "other", "chef")).isEqualTo(2);
    assertThat(said.toString()).contains("already", "There is no role chef", "canteen");
  }

  @Test
  void whatIsStoredIsArgon2idAndNeitherThePasswordNorTheCookie() throws Exception {
    accounts.close();
    accounts = Accounts.open(folder.resolve("accounts.db"), clock, new SecureRandom());
    add();
    Login.Welcome welcome = welcome();
    assertThat(text("SELECT verifier FROM account"))
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
        .doesNotContain(PASSWORD);
    assertThat(text("SELECT hex(token_hash) || csrf FROM signed_in"))
        .doesNotContain(welcome.token());
  }

  @Test
  void aPasswordThatAnotherProcessGaveSignsTheBrowsersOutHere() throws Exception {
    add();
    String token = welcome().token();
    assertThat(accounts.refresh()).isFalse();
    Accounts command = reopened();
    command.reset("nurse", "");
    command.close();
    assertThat(accounts.refresh()).isTrue();
    assertThat(accounts.who(token)).isEmpty();
    assertThat(accounts.refresh()).isFalse();
  }

  @Test
  void aCookieOutlivesTheHubAndEndsWithTheLogout() throws Exception {
    add();
    String token = welcome().token();
    Accounts next = reopened();
    assertThat(next.who(token)).map(SignedIn::account).contains("nurse");
    next.logout(token);
    assertThat(next.who(token)).isEmpty();
    assertThat(reopened().who(token)).isEmpty();
  }

  @Test
  void aCookieEndsAfterTwelveQuietHoursAndAfterAWeekInAnyCase() throws Exception {
    add();
    String token = welcome().token();
    for (int i = 0; i < 16; i++) {
      now.addAndGet(10 * 3_600_000L);
      assertThat(accounts.who(token)).isPresent();
      accounts.touch(token);
    }
    now.addAndGet(10 * 3_600_000L);
    assertThat(accounts.who(token)).isEmpty();
    String second = welcome().token();
    now.addAndGet(12 * 3_600_000L + 1);
    assertThat(accounts.who(second)).isEmpty();
  }

  @Test
  void nobodyIsSignedInByNothingOrByNoise() {
    assertThat(accounts.who("")).isEmpty();
    assertThat(accounts.who("x".repeat(1_000_000))).isEmpty();
  }

  @Test
  void wrongPasswordsAreSlowedDownForThatAccountFromThatAddressOnly() throws Exception {
    add();
    for (int i = 0; i < 5; i++) {
      assertThat(accounts.login("nurse", "wrong wrong", "a")).isEqualTo(new Login.Wrong());
    }
    assertThat(accounts.login("nurse", PASSWORD, "a")).isEqualTo(new Login.Wait(2));
    assertThat(accounts.login("nurse", PASSWORD, "b")).isInstanceOf(Login.Welcome.class);
    now.addAndGet(2_000);
    assertThat(accounts.login("nurse", "wrong wrong", "a")).isEqualTo(new Login.Wrong());
    assertThat(accounts.login("nurse", PASSWORD, "a")).isEqualTo(new Login.Wait(4));
    now.addAndGet(4_000);
    assertThat(accounts.login("nurse", PASSWORD, "a")).isInstanceOf(Login.Welcome.class);
  }

  @Test
  void anUnknownAccountIsAnsweredLikeAWrongPassword() throws Exception {
    add();
    assertThat(accounts.login("nobody", PASSWORD, "a")).isEqualTo(new Login.Wrong());
    assertThat(accounts.login("x".repeat(100_000), "y".repeat(100_000), "a"))
        .isEqualTo(new Login.Wrong());
  }

  @Test
  void aPasswordIsChangedOnlyWithTheOldOneAndSignsOutEveryBrowser() throws Exception {
    add();
    Login.Welcome welcome = welcome();
    assertThat(change(welcome, "wrong wrong", "another long one")).isEqualTo(PasswordChange.WRONG);
    assertThat(change(welcome, PASSWORD, "short")).isEqualTo(PasswordChange.TOO_SHORT);
    assertThat(change(welcome, PASSWORD, "x".repeat(129))).isEqualTo(PasswordChange.TOO_LONG);
    assertThat(change(welcome, PASSWORD, "aaaaaaaaaaaa")).isEqualTo(PasswordChange.TOO_EASY);
    assertThat(change(welcome, PASSWORD, PASSWORD)).isEqualTo(PasswordChange.TOO_EASY);
    assertThat(change(welcome, PASSWORD, "十个汉字就够长了吧好")).isEqualTo(PasswordChange.CHANGED);
    assertThat(accounts.who(welcome.token())).isEmpty();
    assertThat(accounts.login("nurse", PASSWORD, "a")).isEqualTo(new Login.Wrong());
    assertThat(accounts.login("nurse", "十个汉字就够长了吧好", "a")).isInstanceOf(Login.Welcome.class);
  }

  @Test
  void twoAccountsOfOneNameAreRefused() throws Exception {
    add();
    assertThatThrownBy(this::add).hasMessageContaining("UNIQUE");
    assertThatThrownBy(() -> accounts.add("Not An Id", PASSWORD, Set.of(Role.STAFF), false))
        .hasMessageContaining("account is not an identifier");
  }

  @Test
  void firstPasswordsOfTwoHubsDiffer() throws Exception {
    assertThat(new Passwords(new SecureRandom(), FAST_KIB).readable())
        .isNotEqualTo(new Passwords(new SecureRandom(), FAST_KIB).readable());
  }

  private void add() throws Exception {
    accounts.add("nurse", PASSWORD, Set.of(Role.STAFF), false);
  }

  private Login.Welcome welcome() throws Exception {
    return (Login.Welcome) accounts.login("nurse", PASSWORD, "home");
  }

  private PasswordChange change(Login.Welcome welcome, String from, String to) throws Exception {
    return accounts.change(welcome.who(), from, to, "a");
  }

  private String text(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("accounts.db"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
