package io.jinlin.hub.ledger;

import io.jinlin.contract.event.EventId;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * The table {@code voided}, held in memory: each stored event asks for itself. After a restore an
 * event may be taken back before it is known, so it is named in full.
 */
final class Voids {
  private static final String ADD =
      "INSERT INTO voided (device, epoch, seq, reason) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";

  private final Connection db;
  private final Set<EventId> held = new HashSet<>();
  private boolean loaded;

  Voids(Connection db) {
    this.db = db;
  }

  boolean contains(EventId event) throws SQLException {
    load();
    return !held.isEmpty() && held.contains(event);
  }

  /** Takes an event back; false when it was already. */
  boolean add(EventId event, String reason) throws SQLException {
    load();
    Rows.change(db, ADD, event.device(), event.epoch(), event.seq(), reason);
    return held.add(event);
  }

  private void load() throws SQLException {
    if (!loaded) {
      Rows.all(
          db,
          "SELECT device, epoch, seq FROM voided",
          row -> held.add(new EventId(row.getString(1), row.getString(2), row.getLong(3))));
      loaded = true;
    }
  }
}
