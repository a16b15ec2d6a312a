package io.jinlin.hub.api;

import io.jinlin.contract.event.EventId;
import io.jinlin.hub.live.RowMaker;
import io.jinlin.hub.live.Text;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What could not be tallied, and why: newest first. */
final class ReviewList {

  private static final String NEWEST =
      """
      SELECT s.device, s.epoch, r.seq, r.at, r.reason, r.lost FROM (
        SELECT v.id >> 40 AS source, v.id & 0xFFFFFFFFFF AS seq, l.at AS at, v.reason AS reason,
               0 AS lost, l.received AS received
        FROM review v JOIN ledger l ON l.id = v.id
        UNION ALL
        SELECT id >> 40, id & 0xFFFFFFFFFF, received, 'rejected', 0, received FROM rejected
        UNION ALL
        SELECT id >> 40, id & 0xFFFFFFFFFF, received, 'quarantine', 0, received FROM quarantine
        UNION ALL
        SELECT source, first, received, 'gap', last - first + 1, received FROM gap
      ) r JOIN source s ON s.id = r.source
      ORDER BY r.received DESC, r.seq DESC LIMIT ?
      """;

  private final Connection db;
  private final Catalogue words = new Catalogue("reviews");

  ReviewList(Connection db) {
    this.db = db;
  }

  /** One thing to look at. */
  record Row(String event, long at, String reason, Text detail) {}

  List<Row> newest(int limit) throws SQLException {
    return Rows.all(db, NEWEST, this::row, limit);
  }

  private Row row(ResultSet row) throws SQLException {
    EventId id = new EventId(row.getString(1), row.getString(2), row.getLong(3));
    String reason = row.getString(5);
    Text detail = words.words(reason, String.valueOf(row.getLong(6)));
    return new Row(RowMaker.name(id), row.getLong(4), reason, detail);
  }
}
