package io.jinlin.hub.ledger;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.tally.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The tables of lines as they came: {@code ledger, rejected, quarantine, gap}. */
final class LedgerTable implements AutoCloseable {
  /** Bits of a key that hold the sequence number; the source stands above. */
  static final int SEQ_BITS = 40;

  private static final String INSERT =
      "INSERT INTO ledger (id, at, received, subject, occasion, place, what, body)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String REJECT =
      "INSERT INTO rejected (id, received, refusal, detail, body) VALUES (?, ?, ?, ?, ?)";
  private static final String QUARANTINE =
      "INSERT INTO quarantine (id, received, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String GAP =
      "INSERT INTO gap (source, first, last, received) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String BODY =
      "SELECT body FROM ledger WHERE id = ?1 UNION ALL SELECT body FROM rejected WHERE id = ?1";

  /** A row of the ledger. Occasion 0 is none. */
  record Row(
      long id,
      long at,
      long received,
      @Nullable Subject subject,
      int occasion,
      int place,
      int what,
      byte[] body) {

    Row of(Subject other) {
      return new Row(id, at, received, other, occasion, place, what, body);
    }

    Row at(long other, int newWhat) {
      return new Row(id, other, received, subject, occasion, place, newWhat, body);
    }
  }

  private final Connection db;
  private final PreparedStatement insert;
  private final PreparedStatement body;
  private int pending;

  LedgerTable(Connection db) throws SQLException {
    this.db = db;
    this.insert = db.prepareStatement(INSERT);
    this.body = db.prepareStatement(BODY);
  }

  void insert(Row row) throws SQLException {
    insert.setLong(1, row.id());
    insert.setLong(2, row.at());
    insert.setLong(3, row.received());
    if (row.subject() instanceof Subject.Person person) {
      insert.setLong(4, person.id());
    } else if (row.subject() instanceof Subject.Card card) {
      insert.setBytes(4, card.ref().bytes());
    } else {
      insert.setNull(4, Types.NULL);
    }
    if (row.occasion() == 0) {
      insert.setNull(5, Types.NULL);
    } else {
      insert.setInt(5, row.occasion());
    }
    insert.setInt(6, row.place());
    insert.setInt(7, row.what());
    insert.setBytes(8, row.body());
    insert.addBatch();
    pending++;
  }

  /** Brings the inserted rows into the transaction; reads see them from here on. */
  void flush() throws SQLException {
    if (pending > 0) {
      insert.executeBatch();
      pending = 0;
    }
  }

  /** The line that is stored under a number, read or not. */
  Optional<byte[]> body(long id) throws SQLException {
    flush();
    body.setLong(1, id);
    try (ResultSet row = body.executeQuery()) {
      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
    }
  }

  void reject(long id, long received, String refusal, String detail, byte[] line)
      throws SQLException {
    Rows.change(db, REJECT, id, received, refusal, detail, line);
  }

  void quarantine(long id, long received, byte[] line) throws SQLException {
    Rows.change(db, QUARANTINE, id, received, line);
  }

  void gap(long source, long first, long last, long received) throws SQLException {
    Rows.change(db, GAP, source, first, last, received);
  }

  /** The first event of a gap between two numbers of which some are still missing. */
  OptionalLong missing(Source source, long first, long last) throws SQLException {
    flush();
    String gaps =
        "SELECT max(first, ?) AS lo, min(last, ?) AS hi FROM gap"
            + " WHERE source = ? AND first <= ? AND last >= ? ORDER BY first";
    String there =
        "SELECT (SELECT count(*) FROM ledger WHERE id BETWEEN ?1 AND ?2)"
            + " + (SELECT count(*) FROM rejected WHERE id BETWEEN ?1 AND ?2)";
    for (long[] gap :
        Rows.all(
            db,
            gaps,
            row -> new long[] {row.getLong(1), row.getLong(2)},
            first,
            last,
            source.id(),
            last,
            first)) {
      long stored = Rows.number(db, there, source.key(gap[0]), source.key(gap[1]));
      if (stored <= gap[1] - gap[0]) {
        return OptionalLong.of(gap[0]);
      }
    }
    return OptionalLong.empty();
  }

  /** Rows of one source, in order; for corrections. */
  List<Row> ofSource(Source source) throws SQLException {
    flush();
    return Rows.all(
        db,
        "SELECT * FROM ledger WHERE id BETWEEN ? AND ? ORDER BY id",
        LedgerTable::read,
        source.key(0),
        source.key(EventId.MAX_SEQ));
  }

  /** Rows about a card that was not known. */
  List<Row> ofCard(byte[] ref) throws SQLException {
    flush();
    return Rows.all(
        db,
        "SELECT * FROM ledger WHERE subject = ? AND typeof(subject) = 'blob' ORDER BY id",
        LedgerTable::read,
        ref);
  }

  Optional<Row> find(long id) throws SQLException {
    flush();
    return Rows.all(db, "SELECT * FROM ledger WHERE id = ?", LedgerTable::read, id).stream()
        .findFirst();
  }

  static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getLong("at"),
        row.getLong("received"),
        subject(row.getObject("subject")),
        row.getInt("occasion"),
        row.getInt("place"),
        row.getInt("what"),
        row.getBytes("body"));
  }

  /** The subject that a column holds. */
  static @Nullable Subject subject(@Nullable Object column) {
    if (column instanceof Number person) {
      return new Subject.Person(person.longValue());
    }
    return column instanceof byte[] ref ? new Subject.Card(CardRef.of(ref)) : null;
  }

  void correct(long id, long at, int what) throws SQLException {
    Rows.change(db, "UPDATE ledger SET at = ?, what = ? WHERE id = ?", at, what, id);
  }

  void attribute(long id, long person) throws SQLException {
    Rows.change(db, "UPDATE ledger SET subject = ? WHERE id = ?", person, id);
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    body.close();
  }
}
