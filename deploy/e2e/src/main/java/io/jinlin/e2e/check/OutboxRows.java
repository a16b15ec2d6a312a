package io.jinlin.e2e.check;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.wire.EventCodec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a device's outbox from outside, without the device's own code. */
public final class OutboxRows implements AutoCloseable {
  private static final long SEQ_MASK = 0xFF_FFFF_FFFFL;
  private static final String AFTER = "SELECT id, epoch, body FROM event WHERE id > ? ORDER BY id";

  private final String device;
  private final Connection db;
  private final PreparedStatement after;
  private long newest;

  private OutboxRows(String device, Connection db) throws SQLException {
    this.device = device;
    this.db = db;
    this.after = db.prepareStatement(AFTER);
  }

  /** Opens a file that exists. */
  public static OutboxRows open(String device, Path file) {
    try {
      return new OutboxRows(device, DriverManager.getConnection("jdbc:sqlite:" + file));
    } catch (SQLException unreadable) {
      throw new AssertionError("cannot read " + file, unreadable);
    }
  }

  /** Every row that is committed. */
  public Map<EventId, Event> all() {
    newest = 0;
    return fresh();
  }

  /** The rows that were committed since the last look. */
  public Map<EventId, Event> fresh() {
    Map<EventId, Event> rows = new LinkedHashMap<>();
    try {
      after.setLong(1, newest);
      try (ResultSet row = after.executeQuery()) {
        while (row.next()) {
          newest = row.getLong(1);
          EventId id = new EventId(device, row.getString(2), newest & SEQ_MASK);
          rows.put(id, EventCodec.decode(row.getBytes(3)).toOptional().orElseThrow());
        }
      }
      return rows;
    } catch (SQLException unreadable) {
      throw new AssertionError("cannot read the outbox of " + device, unreadable);
    }
  }

  @Override
  public void close() {
    try {
      db.close();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}
