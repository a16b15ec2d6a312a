package io.jinlin.hub.accounts;

import io.jinlin.contract.event.Check;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.flywaydb.core.Flyway;

/**
 * Staff accounts, in a file of their own. {@link #login} and {@link #change} take 100 ms of work
 * and more and must not run on an event loop; {@link #who} only looks in memory.
 */
public final class Accounts implements AutoCloseable {

  /** Name of the account that the first start makes. */
  public static final String FIRST_ACCOUNT = "director";

  /** Name of the file in the data folder. */
  public static final String FILE = "accounts.db";

  private static final int MAX_NAME_LENGTH = 40;
  private static final int BUSY_TIMEOUT_MS = 5_000;

  private final Connection connection;
  private final AccountTable table;
  private final Visits visits;
  private final Passwords passwords;
  private final InstantSource clock;
  private final Throttle throttle = new Throttle();
  private long seenVersion;

  Accounts(Connection connection, InstantSource clock, Visits visits, Passwords passwords)
      throws SQLException {
    this.connection = connection;
    this.table = new AccountTable(connection);
    this.visits = visits;
    this.passwords = passwords;
    this.clock = clock;
    this.seenVersion = table.version();
  }

  /**
   * Opens the accounts' file, or makes it.
   *
   * @param random a cryptographic source
   */
  public static Accounts open(Path file, InstantSource clock, RandomGenerator random)
      throws SQLException {
    return open(file, clock, random, Passwords.MEMORY_KIB);
  }

  static Accounts open(Path file, InstantSource clock, RandomGenerator random, int memoryKib)
      throws SQLException {
    String url = "jdbc:sqlite:" + file;
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/accounts")
        .load()
        .migrate();
    Connection connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=" + BUSY_TIMEOUT_MS);
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
    }
    Visits visits = new Visits(new AccountTable(connection), random);
    return new Accounts(connection, clock, visits, new Passwords(random, memoryKib));
  }

  /** Makes the first account when nobody may do everything; its password, to be shown once. */
  public synchronized Optional<String> first() throws SQLException {
    if (!table.noDirectorBut("")) {
      return Optional.empty();
    }
    String password = passwords.readable();
    add(FIRST_ACCOUNT, password, Set.of(Role.DIRECTOR), true);
    return Optional.of(password);
  }

  /** Whether there is an account of this name. */
  public synchronized boolean exists(String name) throws SQLException {
    return table.find(name).isPresent();
  }

  /** Makes an account with a random password, which is kept nowhere else. */
  public synchronized String addGenerated(String name, Set<Role> roles) throws SQLException {
    String password = passwords.readable();
    add(name, password, roles, false);
    return password;
  }

  /** Makes an account; one of the same name is an error. */
  public synchronized void add(String name, String password, Set<Role> roles, boolean mustChange)
      throws SQLException {
    Check.id("account", name);
    String verifier = passwords.verifier(password);
    table.add(new AccountTable.Row(name, verifier, roles, mustChange, false), clock.millis());
  }

  /**
   * Makes an account whose password must be replaced at the first sign-in.
   *
   * @param by who asks; empty for a command on this machine
   * @return its first password, which is kept nowhere else; empty when there is such an account
   */
  public synchronized Optional<String> invite(String name, Set<Role> roles, String by)
      throws SQLException {
    if (exists(name)) {
      return Optional.empty();
    }
    String password = passwords.readable();
    add(name, password, roles, true);
    note(name, AccountDeed.Kind.ADDED, roles, by);
    return Optional.of(password);
  }

  /** All accounts, the suspended ones last. */
  public synchronized List<Account> list() throws SQLException {
    return table.list();
  }

  /** What was done to accounts, the newest first. */
  public synchronized List<AccountDeed> deeds(int most) throws SQLException {
    return table.deeds(most);
  }

  /**
   * Sets what an account may do, and signs out its browsers.
   *
   * @param roles at least one
   */
  public synchronized AccountChange setRoles(String name, Set<Role> roles, String by)
      throws SQLException {
    if (!exists(name)) {
      return AccountChange.UNKNOWN;
    }
    if (!roles.contains(Role.DIRECTOR) && table.noDirectorBut(name)) {
      return AccountChange.LAST_DIRECTOR;
    }
    table.setRoles(name, roles);
    visits.leaveAll(name);
    note(name, AccountDeed.Kind.ROLES, roles, by);
    return AccountChange.CHANGED;
  }

  /** Suspends an account, and signs out its browsers; nobody signs in until it is restored. */
  public synchronized AccountChange suspend(String name, String by) throws SQLException {
    if (!exists(name)) {
      return AccountChange.UNKNOWN;
    }
    if (name.equals(by)) {
      return AccountChange.OWN;
    }
    if (table.noDirectorBut(name)) {
      return AccountChange.LAST_DIRECTOR;
    }
    table.suspend(name, clock.millis());
    visits.leaveAll(name);
    note(name, AccountDeed.Kind.SUSPENDED, Set.of(), by);
    return AccountChange.CHANGED;
  }

  /** Lets an account that was suspended sign in again, with the password it had. */
  public synchronized AccountChange restore(String name, String by) throws SQLException {
    if (!exists(name)) {
      return AccountChange.UNKNOWN;
    }
    table.restore(name);
    note(name, AccountDeed.Kind.RESTORED, Set.of(), by);
    return AccountChange.CHANGED;
  }

  private void note(String name, AccountDeed.Kind kind, Set<Role> roles, String by)
      throws SQLException {
    table.note(new AccountDeed(clock.millis(), by, name, kind, roles));
  }

  /** Tries to sign in from an address. */
  public synchronized Login login(String name, String password, String address)
      throws SQLException {
    long now = clock.millis();
    String account = name.length() > MAX_NAME_LENGTH ? name.substring(0, MAX_NAME_LENGTH) : name;
    long wait = throttle.waitMillis(account, address, now);
    if (wait > 0) {
      return new Login.Wait((wait + 999) / 1_000);
    }
    Optional<AccountTable.Row> row = table.find(account).filter(one -> !one.suspended());
    if (!right(row, password)) {
      throttle.failed(account, address, now);
      return new Login.Wrong();
    }
    throttle.succeeded(account, address);
    AccountTable.Row found = row.orElseThrow();
    SignedIn who = new SignedIn(account, found.roles(), visits.secret(), found.mustChange());
    return new Login.Welcome(visits.enter(who, now), who);
  }

  /** The same work whether or not there is such an account. */
  private boolean right(Optional<AccountTable.Row> row, String password) {
    if (row.isEmpty() || password.length() > 2 * Passwords.MAX_LENGTH) {
      passwords.pretend("a password that is not too long");
      return false;
    }
    return passwords.matches(password, row.get().verifier());
  }

  /** Whose cookie this is. */
  public Optional<SignedIn> who(String token) {
    return visits.find(token, clock.millis()).map(Visit::who);
  }

  /** Writes down that somebody is still here, now and then; cheap when it need not. */
  public void touch(String token) throws SQLException {
    long now = clock.millis();
    Optional<Visit> visit = visits.find(token, now);
    if (visit.isPresent() && now - visit.get().seenMillis() > Visits.TOUCH_MS) {
      synchronized (this) {
        visits.touch(visit.get(), now);
      }
    }
  }

  /** Signs out. */
  public synchronized void logout(String token) throws SQLException {
    Optional<Visit> visit = visits.find(token, clock.millis());
    if (visit.isPresent()) {
      visits.leave(visit.get());
    }
  }

  /** Changes the password and signs out every browser of the account, this one included. */
  public synchronized PasswordChange change(
      SignedIn who, String oldPassword, String newPassword, String address) throws SQLException {
    long now = clock.millis();
    if (throttle.waitMillis(who.account(), address, now) > 0) {
      return PasswordChange.WAIT;
    }
    if (!right(table.find(who.account()), oldPassword)) {
      throttle.failed(who.account(), address, now);
      return PasswordChange.WRONG;
    }
    PasswordChange judged =
        oldPassword.equals(newPassword)
            ? PasswordChange.TOO_EASY
            : Passwords.judge(who.account(), newPassword);
    if (judged == PasswordChange.CHANGED) {
      table.change(who.account(), passwords.verifier(newPassword), false);
      visits.leaveAll(who.account());
    }
    return judged;
  }

  /**
   * Gives an account a new random password and signs out its browsers.
   *
   * @param by who asks; empty for a command on this machine
   * @return the password, which is kept nowhere else; empty for an unknown account
   */
  public synchronized Optional<String> reset(String name, String by) throws SQLException {
    String password = passwords.readable();
    if (!table.change(name, passwords.verifier(password), true)) {
      return Optional.empty();
    }
    visits.leaveAll(name);
    note(name, AccountDeed.Kind.PASSWORD, Set.of(), by);
    return Optional.of(password);
  }

  /**
   * Takes over what another process changed, such as {@code hub password}: whom it signed out is
   * out here too.
   *
   * @return whether there was anything
   */
  public synchronized boolean refresh() throws SQLException {
    long version = table.version();
    if (version == seenVersion) {
      return false;
    }
    seenVersion = version;
    visits.reload();
    return true;
  }

  /** Closes the file. */
  @Override
  public synchronized void close() throws SQLException {
    connection.close();
  }
}
