package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.store.Bulk;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The cards' SQL, within the transaction of the connection it is given. */
public final class Cards {

  private static final String ADD =
      "INSERT INTO card (ref, key, person, number, issued, revoked) VALUES (?, ?, ?, ?, ?, ?)";
  private static final String ALL =
      "SELECT ref, key, person, number, issued, revoked FROM card ORDER BY person, issued";

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
    return Rows.all(
        db,
        ALL,
        row -> {
          CardKeys keys = CardKeys.of(CardRef.of(row.getBytes(1)), row.getBytes(2));
          long revoked = row.getLong(6);
          OptionalLong dead = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(revoked);
          return new Card(keys, row.getLong(3), row.getString(4), row.getLong(5), dead);
        });
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
