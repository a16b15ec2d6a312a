package io.jinlin.edge.roster;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * The tables of {@code replica.db} and every statement on them. One connection; not thread-safe.
 * {@code mark} is the reset of its page in which a row was last named: rows of an older one are
 * swept when the reset is complete.
 */
final class ReplicaDb implements AutoCloseable {
  /** Most claims kept, as many as the hub sends of a day; beyond it the oldest go. */
  static final int MAX_CLAIMS = 50_000;

  private static final int SCHEMA_VERSION = 3;
  private static final int BUSY_TIMEOUT_MS = 1_000;
  private static final int CACHE_KIB = 512;
  private static final int WAL_PAGES = 500;

  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE version(kind TEXT PRIMARY KEY, term TEXT NOT NULL, number INTEGER NOT NULL,"
              + " toward_term TEXT NOT NULL, toward_number INTEGER NOT NULL,"
              + " mark INTEGER NOT NULL, resetting INTEGER NOT NULL)",
          "CREATE TABLE roster(ref BLOB PRIMARY KEY, version INTEGER NOT NULL,"
              + " sealed BLOB NOT NULL, mark INTEGER NOT NULL)",
          "CREATE TABLE revoked(ref BLOB PRIMARY KEY, mark INTEGER NOT NULL) WITHOUT ROWID",
          "CREATE TABLE claim(ref BLOB, occasion TEXT, at INTEGER NOT NULL, mark INTEGER NOT NULL,"
              + " PRIMARY KEY(ref, occasion)) WITHOUT ROWID",
          "CREATE TABLE item(kind TEXT, key TEXT, body BLOB NOT NULL, mark INTEGER NOT NULL,"
              + " PRIMARY KEY(kind, key)) WITHOUT ROWID",
          "PRAGMA user_version = " + SCHEMA_VERSION);

  /** Before version 3 nothing said in which reset a dead card was last named: as if in the last. */
  private static final List<String> FROM_2 =
      List.of(
          "ALTER TABLE revoked ADD COLUMN mark INTEGER NOT NULL DEFAULT 0",
          "UPDATE revoked SET mark = coalesce((SELECT mark FROM version"
              + " WHERE kind = 'REVOCATIONS'), 0)",
          "PRAGMA user_version = " + SCHEMA_VERSION);

  private final Connection connection;

  /** A sealed entry and the version under which it was sealed. */
  record Sealed(long version, byte[] bytes) {}

  /** How far a page goes, and how far the hub's went then. */
  record State(Version version, Version toward, long mark, boolean resetting) {
    static final State NONE = new State(Version.NONE, Version.NONE, 0, false);
  }

  private ReplicaDb(Connection connection) {
    this.connection = connection;
  }

  /** Opens the file, checks it, and makes the tables when it is new. */
  static ReplicaDb open(Path file) throws SQLException {
    return open("jdbc:sqlite:" + file.toAbsolutePath());
  }

  /** For a disk that takes nothing: holds only until the process ends. */
  static ReplicaDb inMemory() throws SQLException {
    return open("jdbc:sqlite::memory:");
  }

  private static ReplicaDb open(String url) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // NORMAL: a commit that power failure takes back takes its version back too, and is asked
    // again.
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.setCacheSize(-CACHE_KIB);
    Connection connection = config.createConnection(url);
    try {
      ReplicaDb db = new ReplicaDb(connection);
      db.prepare();
      return db;
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
  }

  private void prepare() throws SQLException {
    execute("PRAGMA wal_autocheckpoint = " + WAL_PAGES);
    String check = queryText("PRAGMA quick_check(1)");
    if (!check.equals("ok")) {
      throw new DamagedException(check);
    }
    String version = queryText("PRAGMA user_version");
    if (version.equals("0")) {
      executeAll(SCHEMA);
    } else if (version.equals("2")) {
      executeAll(FROM_2);
    } else if (!version.equals(String.valueOf(SCHEMA_VERSION))) {
      throw new DamagedException("schema version " + version);
    }
  }

  private void executeAll(List<String> statements) throws SQLException {
    connection.setAutoCommit(false);
    for (String statement : statements) {
      execute(statement);
    }
    commit();
    connection.setAutoCommit(true);
  }

  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  void commit() throws SQLException {
    connection.commit();
  }

  /** Ends a transaction, taking back what was not committed. */
  void end() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  Optional<Sealed> sealed(CardRef ref) throws SQLException {
    try (PreparedStatement select =
        prepared("SELECT version, sealed FROM roster WHERE ref = ?", ref.bytes())) {
      ResultSet row = select.executeQuery();
      return row.next()
          ? Optional.of(new Sealed(row.getLong(1), row.getBytes(2)))
          : Optional.empty();
    }
  }

  boolean revoked(CardRef ref) throws SQLException {
    try (PreparedStatement select = prepared("SELECT 1 FROM revoked WHERE ref = ?", ref.bytes())) {
      return select.executeQuery().next();
    }
  }

  Map<Occasion, Long> claims(CardRef ref) throws SQLException {
    Map<Occasion, Long> claims = new HashMap<>();
    try (PreparedStatement select =
        prepared("SELECT occasion, at FROM claim WHERE ref = ?", ref.bytes())) {
      ResultSet row = select.executeQuery();
      while (row.next()) {
        long at = row.getLong(2);
        Occasion.parse(row.getString(1)).ifPresent(occasion -> claims.put(occasion, at));
      }
    }
    return claims;
  }

  /** Encoded {@link Item.Release}s of a card. */
  List<byte[]> releases(CardRef ref) throws SQLException {
    List<byte[]> bodies = new ArrayList<>();
    String prefix = Item.Release.keyPrefix(ref);
    try (PreparedStatement select =
        prepared(
            "SELECT body FROM item WHERE kind = ? AND key >= ? AND key < ?",
            PageKind.CLAIMS.name(),
            prefix,
            prefix + Character.MAX_VALUE)) {
      ResultSet row = select.executeQuery();
      while (row.next()) {
        bodies.add(row.getBytes(1));
      }
    }
    return bodies;
  }

  List<byte[]> items(PageKind kind) throws SQLException {
    List<byte[]> bodies = new ArrayList<>();
    try (PreparedStatement select =
        prepared("SELECT body FROM item WHERE kind = ? ORDER BY key", kind.name())) {
      ResultSet row = select.executeQuery();
      while (row.next()) {
        bodies.add(row.getBytes(1));
      }
    }
    return bodies;
  }

  State state(PageKind kind) throws SQLException {
    try (PreparedStatement select =
        prepared(
            "SELECT term, number, toward_term, toward_number, mark, resetting FROM version"
                + " WHERE kind = ?",
            kind.name())) {
      ResultSet row = select.executeQuery();
      return row.next()
          ? new State(
              new Version(row.getString(1), row.getLong(2)),
              new Version(row.getString(3), row.getLong(4)),
              row.getLong(5),
              row.getBoolean(6))
          : State.NONE;
    } catch (IllegalArgumentException notAVersion) {
      return State.NONE;
    }
  }

  void put(PageKind kind, State state) throws SQLException {
    update(
        "INSERT OR REPLACE INTO version VALUES (?, ?, ?, ?, ?, ?, ?)",
        kind.name(),
        state.version().term(),
        state.version().number(),
        state.toward().term(),
        state.toward().number(),
        state.mark(),
        state.resetting());
  }

  /** Writes one item of a page, or takes it away when it is gone. */
  void put(PageKind kind, Item item, long mark) throws SQLException {
    if (item instanceof Item.Roster entry) {
      update(
          "INSERT OR REPLACE INTO roster VALUES (?, ?, ?, ?)",
          entry.ref().bytes(),
          entry.version(),
          entry.sealed(),
          mark);
    } else if (item instanceof Item.Revocation dead) {
      revoke(dead.ref(), mark);
    } else if (item instanceof Item.Claim claim) {
      update(
          "INSERT OR REPLACE INTO claim VALUES (?, ?, ?, ?)",
          claim.ref().bytes(),
          claim.occasion().text(),
          claim.atMillis(),
          mark);
    } else if (item instanceof Item.Gone gone) {
      remove(kind, gone.key());
    } else {
      update(
          "INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?)",
          kind.name(),
          item.key(),
          ItemCodec.encode(item),
          mark);
    }
  }

  void revoke(CardRef ref, long mark) throws SQLException {
    update("INSERT OR REPLACE INTO revoked VALUES (?, ?)", ref.bytes(), mark);
  }

  /** Dead cards that the newest reset did not name, at most so many. */
  List<CardRef> revokedBefore(long mark, int most) throws SQLException {
    List<CardRef> unnamed = new ArrayList<>();
    try (PreparedStatement select =
        prepared("SELECT ref FROM revoked WHERE mark < ? ORDER BY ref LIMIT ?", mark, most)) {
      ResultSet row = select.executeQuery();
      while (row.next()) {
        unnamed.add(CardRef.of(row.getBytes(1)));
      }
    }
    return unnamed;
  }

  /** A revocation is never removed, whatever a page says: deny wins. */
  private void remove(PageKind kind, String key) throws SQLException {
    switch (kind) {
      case ROSTER -> {
        Optional<CardRef> ref = CardRef.parse(key);
        if (ref.isPresent()) {
          update("DELETE FROM roster WHERE ref = ?", (Object) ref.get().bytes());
        }
      }
      case CLAIMS -> {
        int slash = key.indexOf('/');
        Optional<CardRef> ref = CardRef.parse(key.substring(slash + 1));
        if (ref.isPresent()) {
          update(
              "DELETE FROM claim WHERE ref = ? AND occasion = ?",
              ref.get().bytes(),
              key.substring(0, Math.max(slash, 0)));
        }
      }
      case TIMETABLE, SETTINGS ->
          update("DELETE FROM item WHERE kind = ? AND key = ?", kind.name(), key);
      case REVOCATIONS -> {}
    }
  }

  /** Takes away what a complete reset did not name. */
  void sweep(PageKind kind, long mark) throws SQLException {
    switch (kind) {
      case ROSTER -> update("DELETE FROM roster WHERE mark < ?", mark);
      case CLAIMS -> {
        update("DELETE FROM claim WHERE mark < ?", mark);
        update("DELETE FROM item WHERE kind = ? AND mark < ?", kind.name(), mark);
      }
      case TIMETABLE, SETTINGS ->
          update("DELETE FROM item WHERE kind = ? AND mark < ?", kind.name(), mark);
      case REVOCATIONS -> {}
    }
  }

  void trimClaims() throws SQLException {
    long surplus = Long.parseLong(queryText("SELECT count(*) FROM claim")) - MAX_CLAIMS;
    if (surplus > 0) {
      update(
          "DELETE FROM claim WHERE (ref, occasion) IN"
              + " (SELECT ref, occasion FROM claim ORDER BY at LIMIT ?)",
          surplus);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values)) {
      statement.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String queryText(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
