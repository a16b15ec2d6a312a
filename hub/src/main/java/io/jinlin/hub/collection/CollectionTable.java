package io.jinlin.hub.collection;

import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The SQL of bans, codes and authorisations, within the transaction of the connection. */
final class CollectionTable {
  private static final String BANS =
      "SELECT id, child, adult, who, reason, at, account, ended FROM pickup_ban WHERE ";
  private static final String CODES =
      "SELECT ref, key, name, relation, phone, starts, ends, at, account, over, over_why"
          + " FROM pickup_code WHERE ";
  private static final String ALONE =
      "SELECT id, child, starts, ends, signer, at, account, ended FROM pickup_alone"
          + " WHERE child = ? ORDER BY at DESC, id";
  private static final String PUT_BAN =
      "INSERT INTO pickup_ban (id, child, adult, who, reason, at, account)"
          + " VALUES (?, ?, nullif(?, 0), ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String PUT_CODE =
      "INSERT INTO pickup_code (ref, key, name, relation, phone, starts, ends, at, account)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String PUT_ALONE =
      "INSERT INTO pickup_alone (id, child, starts, ends, signer, at, account)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String SEEN =
      "INSERT INTO pickup_refusal_seen (ref, up_to, at, account) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT (ref) DO UPDATE SET up_to = max(up_to, excluded.up_to),"
          + " at = excluded.at, account = excluded.account";
  private static final String RULE =
      "INSERT INTO pickup_rule (id, alone_from) VALUES (1, ?)"
          + " ON CONFLICT (id) DO UPDATE SET alone_from = excluded.alone_from";

  private final Connection db;

  CollectionTable(Connection db) {
    this.db = db;
  }

  /** Of a child, the newest first; those that are over too. */
  List<Ban> bans(long child) throws SQLException {
    return Rows.all(db, BANS + "child = ? ORDER BY at DESC, id", CollectionTable::ban, child);
  }

  Optional<Ban> ban(String id) throws SQLException {
    return Rows.all(db, BANS + "id = ?", CollectionTable::ban, id).stream().findFirst();
  }

  private static Ban ban(ResultSet row) throws SQLException {
    return new Ban(
        row.getString(1),
        row.getLong(2),
        optional(row, 3),
        row.getString(4),
        row.getString(5),
        row.getLong(6),
        row.getString(7),
        optional(row, 8));
  }

  private static OptionalLong optional(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  void put(Ban ban) throws SQLException {
    Rows.change(
        db,
        PUT_BAN,
        ban.id(),
        ban.child(),
        ban.adult().orElse(0),
        ban.who(),
        ban.reason(),
        ban.atMillis(),
        ban.by());
  }

  void endBan(String id, String why, long atMillis, String by) throws SQLException {
    Rows.change(
        db,
        "UPDATE pickup_ban SET ended = ?, ended_by = ?, ended_why = ?"
            + " WHERE id = ? AND ended IS NULL",
        atMillis,
        by,
        why,
        id);
  }

  Optional<DelegateCode> code(CardRef ref) throws SQLException {
    return codes("ref = ?", (Object) ref.bytes()).stream().findFirst();
  }

  /** Of a child, the newest first; those that are over too. */
  List<DelegateCode> codesOf(long child) throws SQLException {
    return codes(
        "ref IN (SELECT ref FROM pickup_code_child WHERE child = ?) ORDER BY at DESC, ref", child);
  }

  /** Those that are not over, though their end has passed. */
  List<DelegateCode> ended(long atMillis) throws SQLException {
    return codes("over IS NULL AND ends <= ?", atMillis);
  }

  private List<DelegateCode> codes(String where, Object value) throws SQLException {
    return Rows.all(db, CODES + where, this::code, value);
  }

  private DelegateCode code(ResultSet row) throws SQLException {
    byte[] ref = row.getBytes(1);
    List<Long> children =
        Rows.all(
            db,
            "SELECT child FROM pickup_code_child WHERE ref = ? ORDER BY child",
            child -> child.getLong(1),
            (Object) ref);
    return new DelegateCode(
        CardKeys.of(CardRef.of(ref), row.getBytes(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        children,
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getString(9),
        optional(row, 10),
        Optional.ofNullable(row.getString(11)).orElse(""));
  }

  void put(DelegateCode code) throws SQLException {
    byte[] ref = code.keys().ref().bytes();
    Rows.change(
        db,
        PUT_CODE,
        ref,
        code.keys().key(),
        code.name(),
        code.relation(),
        code.phone(),
        code.fromMillis(),
        code.untilMillis(),
        code.atMillis(),
        code.by());
    for (long child : code.children()) {
      Rows.change(
          db,
          "INSERT INTO pickup_code_child (ref, child) VALUES (?, ?) ON CONFLICT DO NOTHING",
          ref,
          child);
    }
  }

  void over(CardRef ref, String why, long atMillis, String by) throws SQLException {
    Rows.change(
        db,
        "UPDATE pickup_code SET over = ?, over_by = ?, over_why = ?"
            + " WHERE ref = ? AND over IS NULL",
        atMillis,
        by,
        why,
        ref.bytes());
  }

  /** Of a child, the newest first; those that are over too. */
  List<Alone> alone(long child) throws SQLException {
    return Rows.all(
        db,
        ALONE,
        row ->
            new Alone(
                row.getString(1),
                row.getLong(2),
                LocalDate.parse(row.getString(3)),
                LocalDate.parse(row.getString(4)),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                optional(row, 8)),
        child);
  }

  void put(Alone alone) throws SQLException {
    Rows.change(
        db,
        PUT_ALONE,
        alone.id(),
        alone.child(),
        alone.from().toString(),
        alone.until().toString(),
        alone.signer(),
        alone.atMillis(),
        alone.by());
  }

  int endAlone(String id, long atMillis, String by) throws SQLException {
    return Rows.change(
        db,
        "UPDATE pickup_alone SET ended = ?, ended_by = ? WHERE id = ? AND ended IS NULL",
        atMillis,
        by,
        id);
  }

  OptionalLong childOfAlone(String id) throws SQLException {
    return Rows.all(db, "SELECT child FROM pickup_alone WHERE id = ?", row -> row.getLong(1), id)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** Up to when refusals of a card were seen, milliseconds since 1970 UTC; 0 for never. */
  long seenUpTo(CardRef ref) throws SQLException {
    return Rows.number(db, "SELECT up_to FROM pickup_refusal_seen WHERE ref = ?", ref.text());
  }

  void seen(String ref, long upToMillis, long atMillis, String by) throws SQLException {
    Rows.change(db, SEEN, ref, upToMillis, atMillis, by);
  }

  int aloneFrom() throws SQLException {
    long years = Rows.number(db, "SELECT alone_from FROM pickup_rule");
    return years == 0 ? Alone.USUAL_AGE : (int) years;
  }

  void setAloneFrom(int years) throws SQLException {
    Rows.change(db, RULE, years);
  }
}
