package io.jinlin.hub.ledger;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes all projections anew from the ledger, in one transaction, and reads rejected lines again
 * with what this build understands. Runs while no hub serves.
 */
public final class Rebuild {
  /** Rows read at once. */
  private static final int PAGE = 5_000;

  private static final List<String> PROJECTIONS =
      List.of("counted", "runner_up", "tally", "flow", "review", "voided");

  private record Kept(long id, long received, byte[] line) {}

  /**
   * What was done.
   *
   * @param events rows of the ledger
   * @param understood rejected lines that could be read now
   */
  public record Result(long events, long understood) {}

  private Rebuild() {}

  /**
   * Rebuilds.
   *
   * @throws StoreException leaving everything as it was
   */
  public static Result run(Database database, Subjects subjects) {
    return database.write(
        db -> {
          Books books = new Books(db, subjects);
          for (String projection : PROJECTIONS) {
            Rows.change(db, "DELETE FROM " + projection);
          }
          long understood = rejected(db, books);
          takenBack(db, books);
          return new Result(events(db, books), understood);
        });
  }

  private static long rejected(Connection db, Books books) throws SQLException {
    long understood = 0;
    String sql = "SELECT id, received, body FROM rejected ORDER BY id";
    List<Kept> lines =
        Rows.all(db, sql, row -> new Kept(row.getLong(1), row.getLong(2), row.getBytes(3)));
    for (Kept kept : lines) {
      Line line = Line.fromDevice(kept.line());
      if (line.event() instanceof Decoded.Value<Event> value) {
        Rows.change(db, "DELETE FROM rejected WHERE id = ?", kept.id());
        EventId id = books.sources().event(kept.id());
        Source source = books.sources().find(id.device(), id.epoch()).orElseThrow();
        books.insert(source, id.seq(), value.value(), kept.line(), kept.received());
        understood++;
      }
    }
    books.flush();
    return understood;
  }

  /** Known before anything is counted, so that what was taken back is never counted. */
  private static void takenBack(Connection db, Books books) throws SQLException {
    String sql = "SELECT body FROM ledger WHERE what & 15 = ?";
    int type = What.type(FactType.VOIDING);
    for (byte[] body : Rows.all(db, sql, row -> row.getBytes(1), type)) {
      if (Line.own(body).event() instanceof Decoded.Value<Event> value
          && value.value().fact() instanceof Fact.Voiding voiding) {
        books.voids().add(voiding.event(), voiding.reason());
      }
    }
  }

  private static long events(Connection db, Books books) throws SQLException {
    long count = 0;
    long after = -1;
    List<LedgerTable.Row> page = page(db, after);
    while (!page.isEmpty()) {
      for (LedgerTable.Row row : page) {
        if (Line.own(row.body()).event() instanceof Decoded.Value<Event> value) {
          replay(books, row, value.value());
        }
        after = row.id();
        count++;
      }
      books.flush();
      page = page(db, after);
    }
    return count;
  }

  private static List<LedgerTable.Row> page(Connection db, long after) throws SQLException {
    return Rows.all(
        db,
        "SELECT * FROM ledger WHERE id > ? ORDER BY id LIMIT " + PAGE,
        LedgerTable::read,
        after);
  }

  private static void replay(Books books, LedgerTable.Row row, Event event) throws SQLException {
    EventId id = books.sources().event(row.id());
    LedgerTable.Row known = books.subjectAnew(row, event);
    if (!What.doubtful(row.what()) && !books.isTakenBack(id)) {
      books.tally(known, event, id);
    }
    books.review(known, event.fact(), id);
  }
}
