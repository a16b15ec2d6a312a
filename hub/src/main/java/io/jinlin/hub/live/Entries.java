package io.jinlin.hub.live;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.hub.ledger.What;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.tally.Subject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads events of the ledger, newest first, in the transaction of the connection it is given. */
public final class Entries {

  /** Most events in one answer. */
  public static final int MAX_LIMIT = 500;

  private static final String COLUMNS =
      "SELECT device, epoch, seq, at, received, subject, flags, body, counted, voided, id"
          + " FROM event WHERE at >= ? AND at < ?";
  private static final String FROM =
      "SELECT device, epoch, seq, at, received, subject, flags, body, counted, voided, id"
          + " FROM event WHERE +at >= ? AND +at < ? AND id >= ? AND id <= ? ORDER BY id";
  private static final String ORDER = " ORDER BY at DESC, id DESC LIMIT ?";
  private static final String OF_DAY = COLUMNS + " ORDER BY at, id";

  private final Connection db;

  public Entries(Connection db) {
    this.db = db;
  }

  /**
   * Where an answer stopped, to go on from.
   *
   * @param atMillis time of the last event that was answered
   * @param id the ledger's key of it
   */
  public record Cursor(long atMillis, long id) {

    /** The text form for an address. */
    public String text() {
      return atMillis + "." + id;
    }

    /** Reads the text form. */
    public static Optional<Cursor> parse(String text) {
      int dot = text.indexOf('.');
      try {
        return dot < 1
            ? Optional.empty()
            : Optional.of(
                new Cursor(
                    Long.parseLong(text.substring(0, dot)),
                    Long.parseLong(text.substring(dot + 1))));
      } catch (NumberFormatException notACursor) {
        return Optional.empty();
      }
    }
  }

  /**
   * What to look for; empty is anything.
   *
   * @param fromMillis corrected time, included
   * @param untilMillis not included
   */
  public record Filter(
      long fromMillis,
      long untilMillis,
      Optional<String> occasion,
      Optional<String> place,
      Optional<String> device,
      Optional<FactType> type,
      Optional<Outcome> outcome,
      Optional<Cursor> before) {}

  /**
   * One answer.
   *
   * @param next where to go on; empty at the end
   */
  public record Found(List<Entry> entries, Optional<Cursor> next) {}

  /** Events by filter, newest first. */
  public Found find(Filter filter, int limit) throws SQLException {
    StringBuilder sql = new StringBuilder(COLUMNS);
    List<Object> values = new ArrayList<>(List.of(filter.fromMillis, filter.untilMillis));
    filter.occasion.ifPresent(value -> and(sql, " AND occasion = ?", values, value));
    filter.place.ifPresent(value -> and(sql, " AND place = ?", values, value));
    filter.device.ifPresent(value -> and(sql, " AND device = ?", values, value));
    filter.type.ifPresent(value -> and(sql, " AND type = ?", values, What.type(value)));
    filter.outcome.ifPresent(value -> and(sql, " AND outcome = ?", values, What.outcome(value)));
    filter.before.ifPresent(
        value -> {
          and(sql, " AND (at, id) < (?", values, value.atMillis);
          and(sql, ", ?)", values, value.id);
        });
    values.add(limit + 1);
    List<Row> rows = Rows.all(db, sql.append(ORDER).toString(), Entries::row, values.toArray());
    boolean more = rows.size() > limit;
    List<Row> shown = more ? rows.subList(0, limit) : rows;
    Optional<Cursor> next = more ? Optional.of(shown.get(limit - 1).cursor) : Optional.empty();
    return new Found(shown.stream().map(Row::entry).flatMap(Optional::stream).toList(), next);
  }

  /**
   * All events of a time one after another, oldest first: a flood can be more than fit in memory.
   */
  public void between(long fromMillis, long untilMillis, Consumer<Entry> use) throws SQLException {
    Rows.each(db, OF_DAY, Entries::row, row -> row.entry().ifPresent(use), fromMillis, untilMillis);
  }

  /**
   * Events of a time from this one on in its epoch, in their order. Reads these rows only: the plus
   * keeps the index of the time out, which would read the whole day.
   */
  List<Entry> from(EventId first, long fromMillis, long untilMillis) throws SQLException {
    String sql = "SELECT id << 40 FROM source WHERE device = ? AND epoch = ?";
    List<Entry> found = new ArrayList<>();
    for (long source : Rows.all(db, sql, row -> row.getLong(1), first.device(), first.epoch())) {
      Rows.all(
              db,
              FROM,
              Entries::row,
              fromMillis,
              untilMillis,
              source | first.seq(),
              source | EventId.MAX_SEQ)
          .forEach(row -> row.entry().ifPresent(found::add));
    }
    return found;
  }

  /** One event by its name. */
  public Optional<Entry> find(EventId id) throws SQLException {
    String sql =
        "SELECT device, epoch, seq, at, received, subject, flags, body, counted, voided, id"
            + " FROM event WHERE id = (SELECT id FROM source WHERE device = ? AND epoch = ?) << 40"
            + " | ?";
    return Rows.all(db, sql, Entries::row, id.device(), id.epoch(), id.seq()).stream()
        .map(Row::entry)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static void and(StringBuilder sql, String term, List<Object> values, Object value) {
    sql.append(term);
    values.add(value);
  }

  private record Row(Optional<Entry> entry, Cursor cursor) {}

  private static Row row(ResultSet row) throws SQLException {
    EventId id = new EventId(row.getString(1), row.getString(2), row.getLong(3));
    long at = row.getLong(4);
    Optional<Event> event = EventCodec.decode(row.getBytes(8)).toOptional();
    if (event.isEmpty()) {
      return new Row(Optional.empty(), new Cursor(at, row.getLong(11)));
    }
    boolean voided = row.getInt(10) != 0;
    boolean doubtful = (row.getInt(7) & What.DOUBTFUL) != 0;
    boolean portions =
        event.get().fact() instanceof Fact.Serving serving
            && !serving.isOnce()
            && !voided
            && !doubtful;
    boolean withoutCard = What.isWithoutCard(event.get().fact()) && !voided && !doubtful;
    Entry entry =
        new Entry(
            id,
            at,
            row.getLong(5),
            event.get().fact(),
            subject(row.getObject(6)),
            row.getInt(9) != 0 || portions || withoutCard,
            voided,
            doubtful);
    return new Row(Optional.of(entry), new Cursor(at, row.getLong(11)));
  }

  private static Optional<Subject> subject(Object column) {
    if (column instanceof Number person) {
      return Optional.of(new Subject.Person(person.longValue()));
    }
    return column instanceof byte[] ref
        ? Optional.of(new Subject.Card(CardRef.of(ref)))
        : Optional.empty();
  }
}
