package io.jinlin.hub.ledger;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.wire.Ack;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The table {@code source}, with the sources in use held in memory. */
final class Sources implements AutoCloseable {
  /** Most sources held in memory; beyond it all are read again when needed. */
  static final int MAX_HELD = 10_000;

  private static final String FIND =
      "SELECT id, device, epoch, offset_ms, position, backed_up FROM source"
          + " WHERE device = ? AND epoch = ?";
  private static final String INSERT =
      "INSERT INTO source (device, epoch, boot, position) VALUES (?, ?, ?, 0)";
  private static final String UPDATE = "UPDATE source SET position = ?, offset_ms = ? WHERE id = ?";
  private static final String OFFSET =
      "SELECT offset_ms FROM source WHERE device = ? AND boot = ? AND offset_ms IS NOT NULL"
          + " ORDER BY id DESC LIMIT 1";
  private static final String OF_BOOT =
      "SELECT epoch FROM source WHERE device = ? AND boot = (SELECT boot FROM source WHERE id = ?)"
          + " AND offset_ms IS NULL ORDER BY id";

  private record Name(String device, String epoch) {}

  private final Connection db;
  private final PreparedStatement update;
  private final Map<Name, Source> held = new HashMap<>();
  private final List<Source> used = new ArrayList<>();

  Sources(Connection db) throws SQLException {
    this.db = db;
    this.update = db.prepareStatement(UPDATE);
  }

  /** The source of an epoch, made if it is new. */
  Source of(String device, String epoch, String boot) throws SQLException {
    Optional<Source> known = find(device, epoch);
    if (known.isPresent()) {
      return use(known.get());
    }
    Rows.change(db, INSERT, device, epoch, boot);
    long id = Rows.number(db, "SELECT last_insert_rowid()");
    Source source = new Source(id, device, epoch, OptionalLong.empty(), 0);
    for (long offset : Rows.all(db, OFFSET, row -> row.getLong(1), device, boot)) {
      source.offsetMillis(offset);
    }
    held.put(new Name(device, epoch), source);
    return use(source);
  }

  private Source use(Source source) {
    used.add(source);
    return source;
  }

  Optional<Source> find(String device, String epoch) throws SQLException {
    Name name = new Name(device, epoch);
    Source source = held.get(name);
    if (source != null) {
      return Optional.of(source);
    }
    List<Source> found = Rows.all(db, FIND, Sources::read, device, epoch);
    found.forEach(one -> held.put(name, one));
    return found.stream().findFirst();
  }

  private static Source read(ResultSet row) throws SQLException {
    long offset = row.getLong("offset_ms");
    OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(offset);
    Source source =
        new Source(
            row.getLong("id"),
            row.getString("device"),
            row.getString("epoch"),
            known,
            row.getLong("position"));
    source.backedUp(row.getLong("backed_up"));
    return source;
  }

  /** The name of an event by its key. */
  EventId event(long id) throws SQLException {
    String sql = "SELECT device, epoch FROM source WHERE id = ?";
    long seq = id & EventId.MAX_SEQ;
    return Rows.all(
            db,
            sql,
            row -> new EventId(row.getString(1), row.getString(2), seq),
            id >> LedgerTable.SEQ_BITS)
        .get(0);
  }

  /** All epochs of the same boot that have no offset yet, this one among them. */
  List<Source> ofSameBoot(Source source) throws SQLException {
    List<Source> found = new ArrayList<>();
    for (String epoch :
        Rows.all(db, OF_BOOT, row -> row.getString(1), source.device(), source.id())) {
      find(source.device(), epoch).ifPresent(one -> found.add(use(one)));
    }
    return found;
  }

  /** The position in an epoch; 0 where nothing is known of it. */
  Ack.Position position(String device, String epoch) throws SQLException {
    Optional<Source> source = find(device, epoch);
    long position = source.map(Source::position).orElse(0L);
    long backedUp = source.isEmpty() ? 0 : freshBackedUp(source.get());
    return new Ack.Position(epoch, position, backedUp);
  }

  /** A backup may have been made by another process. */
  private long freshBackedUp(Source source) throws SQLException {
    source.backedUp(Rows.number(db, "SELECT backed_up FROM source WHERE id = ?", source.id()));
    return source.backedUp();
  }

  /** Writes what moved and ends the transaction's use of it. */
  void flush() throws SQLException {
    write();
    used.clear();
    if (held.size() > MAX_HELD) {
      held.clear();
    }
  }

  /** Writes what moved so far. */
  void write() throws SQLException {
    for (Source source : used) {
      if (source.takeMoved()) {
        update.setLong(1, source.position());
        if (source.offsetMillis().isPresent()) {
          update.setLong(2, source.offsetMillis().getAsLong());
        } else {
          update.setNull(2, Types.INTEGER);
        }
        update.setLong(3, source.id());
        update.executeUpdate();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    update.close();
  }
}
