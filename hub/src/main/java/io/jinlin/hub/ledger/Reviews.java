package io.jinlin.hub.ledger;

import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The table {@code review}. */
final class Reviews {
  /** The kiosk had no trusted clock, so the scan has no occasion. */
  static final String UNTIMED = "untimed";

  /** The time cannot be true. */
  static final String CLOCK = "clock";

  /** A card that the hub does not know; named once a card. */
  static final String UNKNOWN_CARD = "unknown-card";

  /** Most unknown cards held in memory; beyond it a card may be named again. */
  static final int MAX_HELD = 50_000;

  private static final String ADD =
      "INSERT INTO review (id, reason) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String DROP = "DELETE FROM review WHERE id = ? AND reason = ?";
  private static final String UNKNOWN =
      "SELECT l.subject FROM review r JOIN ledger l ON l.id = r.id"
          + " WHERE r.reason = ? AND typeof(l.subject) = 'blob' LIMIT "
          + MAX_HELD;

  private final Connection db;
  private final Set<CardRef> named = new HashSet<>();
  private boolean loaded;

  Reviews(Connection db) {
    this.db = db;
  }

  void add(long id, String reason) throws SQLException {
    Rows.change(db, ADD, id, reason);
  }

  void drop(long id, String reason) throws SQLException {
    Rows.change(db, DROP, id, reason);
  }

  void unknownCard(long id, CardRef ref) throws SQLException {
    if (!loaded) {
      Rows.all(db, UNKNOWN, row -> named.add(CardRef.of(row.getBytes(1))), UNKNOWN_CARD);
      loaded = true;
    }
    if (named.size() >= MAX_HELD) {
      named.clear();
    }
    if (named.add(ref)) {
      add(id, UNKNOWN_CARD);
    }
  }
}
