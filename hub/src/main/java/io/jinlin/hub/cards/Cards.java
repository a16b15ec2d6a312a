package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.store.Bulk;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The cards' SQL, within the transaction of the connection it is given. */
public final class Cards {

  private static final String ADD =
      "INSERT INTO card (ref, key, person, number, issued, revoked) VALUES (?, ?, ?, ?, ?, ?)";
  private static final String COLUMNS =
      "SELECT ref, key, person, number, issued, revoked FROM card";
  private static final String ORDER = " ORDER BY person, issued, number";
  private static final String ISSUE =
      "INSERT INTO card (ref, key, person, number, issued) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String NOTE =
      "INSERT INTO card_change (ref, change, at, reason, account) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String LAST_NUMBER =
      "SELECT coalesce(max(CAST(number AS INTEGER)), 0) FROM card WHERE number NOT GLOB '*[^0-9]*'";

  private final Connection db;

  public Cards(Connection db) {
    this.db = db;
  }

  /** Adds cards; one that is there already is an error. */
  public void add(List<Card> cards) throws SQLException {
    Bulk.insert(
        db,
        ADD,
        cards,
        card ->
            new Object[] {
              card.keys().ref().bytes(),
              card.keys().key(),
              card.person(),
              card.number(),
              card.issuedMillis(),
              orNull(card.revokedMillis())
            });
  }

  /** All of them, dead ones too, a person's together. */
  public List<Card> all() throws SQLException {
    return Rows.all(db, COLUMNS + ORDER, Cards::card);
  }

  /** A person's cards, dead ones too, oldest first. */
  public List<Card> of(long person) throws SQLException {
    return Rows.all(db, COLUMNS + " WHERE person = ?" + ORDER, Cards::card, person);
  }

  /** The card of a reference. */
  public Optional<Card> find(CardRef ref) throws SQLException {
    return Rows.all(db, COLUMNS + " WHERE ref = ?", Cards::card, (Object) ref.bytes()).stream()
        .findFirst();
  }

  /** Whose card has this number on it. */
  public OptionalLong personOf(String number) throws SQLException {
    return Rows.all(db, "SELECT person FROM card WHERE number = ?", row -> row.getLong(1), number)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** Why cards of a person died, by reference. */
  public Map<CardRef, String> reasons(long person) throws SQLException {
    Map<CardRef, String> reasons = new HashMap<>();
    Rows.all(
        db,
        "SELECT ref, reason FROM card_change WHERE change = 'revoked'"
            + " AND ref IN (SELECT ref FROM card WHERE person = ?)",
        row -> reasons.put(CardRef.of(row.getBytes(1)), row.getString(2)),
        person);
    return reasons;
  }

  /** The highest number on a card that is only digits, 0 for none. */
  public long lastNumber() throws SQLException {
    return Rows.number(db, LAST_NUMBER);
  }

  /** Adds a card, if it is not there. */
  void issue(Card card, CardChange change) throws SQLException {
    byte[] ref = card.keys().ref().bytes();
    Rows.change(
        db, ISSUE, ref, card.keys().key(), card.person(), card.number(), card.issuedMillis());
    Rows.change(db, NOTE, ref, "issued", change.atMillis(), "", change.account());
  }

  /** Notes that a card is dead; the first time stays. */
  void revoke(CardRef ref, CardChange change) throws SQLException {
    Rows.change(
        db,
        "UPDATE card SET revoked = ? WHERE ref = ? AND revoked IS NULL",
        change.atMillis(),
        ref.bytes());
    String account = change.account();
    Rows.change(db, NOTE, ref.bytes(), "revoked", change.atMillis(), change.reason(), account);
  }

  private static Card card(ResultSet row) throws SQLException {
    CardKeys keys = CardKeys.of(CardRef.of(row.getBytes(1)), row.getBytes(2));
    long revoked = row.getLong(6);
    OptionalLong dead = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(revoked);
    return new Card(keys, row.getLong(3), row.getString(4), row.getLong(5), dead);
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
