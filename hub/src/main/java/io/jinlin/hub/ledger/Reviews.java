package io.jinlin.hub.ledger;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The table {@code review}. */
final class Reviews {
  /** The kiosk had no trusted clock, so the scan has no occasion. */
  static final String UNTIMED = "untimed";

  /** The time cannot be true. */
  static final String CLOCK = "clock";

  /**
   * A card that the hub does not know; named once a card, by that of its scans whose event is first
   * in the order of device, epoch and number: whatever came first, a rebuild names the same.
   */
  static final String UNKNOWN_CARD = "unknown-card";

  /** Most unknown cards held in memory; beyond it a card may be named again. */
  static final int MAX_HELD = 50_000;

  private static final String ADD =
      "INSERT INTO review (id, reason) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String DROP = "DELETE FROM review WHERE id = ? AND reason = ?";
  private static final String UNKNOWN =
      "SELECT l.subject, r.id, s.device, s.epoch, r.id & 0xFFFFFFFFFF FROM review r"
          + " JOIN ledger l ON l.id = r.id JOIN source s ON s.id = r.id >> 40"
          + " WHERE r.reason = ? AND typeof(l.subject) = 'blob' LIMIT "
          + MAX_HELD;

  private final Connection db;

  private record Named(long id, EventId event) {}

  private final Map<CardRef, Named> named = new HashMap<>();
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

  void unknownCard(long id, EventId event, CardRef ref) throws SQLException {
    load();
    if (named.size() >= MAX_HELD) {
      named.clear();
    }
    Named before = named.get(ref);
    if (before == null || event.compareTo(before.event) < 0) {
      if (before != null) {
        drop(before.id, UNKNOWN_CARD);
      }
      add(id, UNKNOWN_CARD);
      named.put(ref, new Named(id, event));
    }
  }

  private void load() throws SQLException {
    if (!loaded) {
      Rows.all(
          db,
          UNKNOWN,
          row ->
              named.put(
                  CardRef.of(row.getBytes(1)),
                  new Named(
                      row.getLong(2),
                      new EventId(row.getString(3), row.getString(4), row.getLong(5)))),
          UNKNOWN_CARD);
      loaded = true;
    }
  }
}
