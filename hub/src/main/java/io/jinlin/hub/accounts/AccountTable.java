package io.jinlin.hub.accounts;

import io.jinlin.contract.event.Words;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts' SQL. */
final class AccountTable {

  private static final String FIND =
      "SELECT id, verifier, roles, must_change, suspended IS NOT NULL FROM account WHERE name = ?";
  private static final String ADD =
      "INSERT INTO account (name, verifier, roles, must_change, created) VALUES (?, ?, ?, ?, ?)";
  private static final String CHANGE =
      "UPDATE account SET verifier = ?, must_change = ? WHERE name = ?";
  private static final String OTHER_DIRECTORS =
      "SELECT count(*) FROM account WHERE roles LIKE '%DIRECTOR%' AND suspended IS NULL"
          + " AND name <> ?";
  private static final String LIST =
      "SELECT a.name, a.roles, a.must_change, a.suspended IS NOT NULL, a.created, a.entered,"
          + " count(s.account) FROM account a LEFT JOIN signed_in s ON s.account = a.id"
          + " GROUP BY a.id ORDER BY a.suspended IS NOT NULL, a.name";
  private static final String ROLES = "UPDATE account SET roles = ? WHERE name = ?";
  private static final String SUSPEND = "UPDATE account SET suspended = ? WHERE name = ?";
  private static final String ENTERED = "UPDATE account SET entered = ? WHERE name = ?";
  private static final String ENTER =
      "INSERT INTO signed_in (token_hash, account, csrf, created, seen)"
          + " VALUES (?, (SELECT id FROM account WHERE name = ?), ?, ?, ?)";
  private static final String SEEN = "UPDATE signed_in SET seen = ? WHERE token_hash = ?";
  private static final String LEAVE = "DELETE FROM signed_in WHERE token_hash = ?";
  private static final String LEAVE_ALL =
      "DELETE FROM signed_in WHERE account = (SELECT id FROM account WHERE name = ?)";
  private static final String ALL =
      "SELECT s.token_hash, a.name, a.roles, s.csrf, a.must_change, s.created, s.seen"
          + " FROM signed_in s JOIN account a ON a.id = s.account";

  private static final String DEED =
      "INSERT INTO account_deed (at, by, account, deed, roles) VALUES (?, ?, ?, ?, ?)";
  private static final String DEEDS =
      "SELECT at, by, account, deed, roles FROM account_deed ORDER BY id DESC LIMIT ?";

  private final Connection connection;

  AccountTable(Connection connection) {
    this.connection = connection;
  }

  /** What is stored of an account. */
  record Row(
      String name, String verifier, Set<Role> roles, boolean mustChange, boolean suspended) {}

  Optional<Row> find(String name) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, name);
      try (ResultSet rows = find.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new Row(
                    name,
                    rows.getString(2),
                    roles(rows.getString(3)),
                    rows.getInt(4) != 0,
                    rows.getInt(5) != 0))
            : Optional.empty();
      }
    }
  }

  /** Whether nobody but perhaps this account may do everything. */
  boolean noDirectorBut(String name) throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(OTHER_DIRECTORS)) {
      count.setString(1, name);
      try (ResultSet rows = count.executeQuery()) {
        return rows.next() && rows.getLong(1) == 0;
      }
    }
  }

  /** All accounts, the suspended ones last. */
  List<Account> list() throws SQLException {
    List<Account> accounts = new ArrayList<>();
    try (PreparedStatement list = connection.prepareStatement(LIST);
        ResultSet rows = list.executeQuery()) {
      while (rows.next()) {
        long entered = rows.getLong(6);
        accounts.add(
            new Account(
                rows.getString(1),
                roles(rows.getString(2)),
                rows.getInt(3) != 0,
                rows.getInt(4) != 0,
                rows.getLong(5),
                entered == 0 ? OptionalLong.empty() : OptionalLong.of(entered),
                rows.getInt(7)));
      }
    }
    return accounts;
  }

  void setRoles(String name, Set<Role> roles) throws SQLException {
    run(ROLES, text(roles), name);
  }

  void suspend(String name, long nowMillis) throws SQLException {
    run(SUSPEND, nowMillis, name);
  }

  void restore(String name) throws SQLException {
    run(SUSPEND, new @Nullable Object[] {null, name});
  }

  void add(Row row, long nowMillis) throws SQLException {
    run(ADD, row.name, row.verifier, text(row.roles), row.mustChange ? 1 : 0, nowMillis);
  }

  boolean change(String name, String verifier, boolean mustChange) throws SQLException {
    return run(CHANGE, verifier, mustChange ? 1 : 0, name) > 0;
  }

  void enter(byte[] tokenHash, String name, String csrf, long nowMillis) throws SQLException {
    run(ENTER, tokenHash, name, csrf, nowMillis, nowMillis);
    run(ENTERED, nowMillis, name);
  }

  void seen(byte[] tokenHash, long nowMillis) throws SQLException {
    run(SEEN, nowMillis, tokenHash);
  }

  void leave(byte[] tokenHash) throws SQLException {
    run(LEAVE, new Object[] {tokenHash});
  }

  void leaveAll(String name) throws SQLException {
    run(LEAVE_ALL, name);
  }

  List<Visit> all() throws SQLException {
    List<Visit> visits = new ArrayList<>();
    try (PreparedStatement all = connection.prepareStatement(ALL);
        ResultSet rows = all.executeQuery()) {
      while (rows.next()) {
        SignedIn who =
            new SignedIn(
                rows.getString(2),
                roles(rows.getString(3)),
                rows.getString(4),
                rows.getInt(5) != 0);
        visits.add(new Visit(rows.getBytes(1), who, rows.getLong(6), rows.getLong(7)));
      }
    }
    return visits;
  }

  /** Changes whenever another connection changed the file (PRAGMA data_version). */
  long version() throws SQLException {
    try (PreparedStatement version = connection.prepareStatement("PRAGMA data_version");
        ResultSet rows = version.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  void note(AccountDeed deed) throws SQLException {
    run(
        DEED,
        deed.atMillis(),
        deed.by(),
        deed.account(),
        Words.of(deed.kind()),
        text(deed.roles()));
  }

  /** The newest first. */
  List<AccountDeed> deeds(int most) throws SQLException {
    List<AccountDeed> deeds = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(DEEDS)) {
      select.setInt(1, most);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          deeds.add(
              new AccountDeed(
                  rows.getLong(1),
                  rows.getString(2),
                  rows.getString(3),
                  Words.of(AccountDeed.Kind.class, rows.getString(4)),
                  roles(rows.getString(5))));
        }
      }
    }
    return deeds;
  }

  private int run(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  private static Set<Role> roles(String text) {
    Set<Role> roles = new TreeSet<>();
    for (String word : text.split(",")) {
      if (!word.isEmpty()) {
        roles.add(Role.valueOf(word));
      }
    }
    return roles;
  }

  private static String text(Set<Role> roles) {
    return roles.stream().map(Role::name).collect(Collectors.joining(","));
  }
}
