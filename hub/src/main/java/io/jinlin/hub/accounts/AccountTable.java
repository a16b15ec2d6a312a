package io.jinlin.hub.accounts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The accounts' SQL. */
final class AccountTable {

  private static final String FIND =
      "SELECT id, verifier, roles, must_change FROM account WHERE name = ?";
  private static final String ADD =
      "INSERT INTO account (name, verifier, roles, must_change, created) VALUES (?, ?, ?, ?, ?)";
  private static final String CHANGE =
      "UPDATE account SET verifier = ?, must_change = ? WHERE name = ?";
  private static final String COUNT = "SELECT count(*) FROM account WHERE roles LIKE '%DIRECTOR%'";
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

  private final Connection connection;

  AccountTable(Connection connection) {
    this.connection = connection;
  }

  /** What is stored of an account. */
  record Row(String name, String verifier, Set<Role> roles, boolean mustChange) {}

  Optional<Row> find(String name) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, name);
      try (ResultSet rows = find.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new Row(name, rows.getString(2), roles(rows.getString(3)), rows.getInt(4) != 0))
            : Optional.empty();
      }
    }
  }

  boolean noDirector() throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(COUNT);
        ResultSet rows = count.executeQuery()) {
      return rows.next() && rows.getLong(1) == 0;
    }
  }

  void add(Row row, long nowMillis) throws SQLException {
    run(ADD, row.name, row.verifier, text(row.roles), row.mustChange ? 1 : 0, nowMillis);
  }

  boolean change(String name, String verifier, boolean mustChange) throws SQLException {
    return run(CHANGE, verifier, mustChange ? 1 : 0, name) > 0;
  }

  void enter(byte[] tokenHash, String name, String csrf, long nowMillis) throws SQLException {
    run(ENTER, tokenHash, name, csrf, nowMillis, nowMillis);
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

  private int run(String sql, Object... values) throws SQLException {
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
      roles.add(Role.valueOf(word));
    }
    return roles;
  }

  private static String text(Set<Role> roles) {
    return roles.stream().map(Role::name).collect(Collectors.joining(","));
  }
}
