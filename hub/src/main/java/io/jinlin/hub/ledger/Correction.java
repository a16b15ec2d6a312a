package io.jinlin.hub.ledger;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.hub.tally.Plausible;
import io.jinlin.hub.tally.Subject;
import java.sql.SQLException;

/** What is learned late about stored events: the offset of a boot, the person of a card. */
final class Correction {
  private final Books books;

  Correction(Books books) {
    this.books = books;
  }

  /** Gives the events of an epoch the time that its boot's offset says; raw times stay. */
  void apply(Source source) throws SQLException {
    for (LedgerTable.Row row : books.table().ofSource(source)) {
      if (!(Line.own(row.body()).event() instanceof Decoded.Value<Event> value)) {
        continue;
      }
      Event event = value.value();
      Plausible time =
          Plausible.of(
              event.wallMillis(), event.monotonicMillis(), source.offsetMillis(), row.received());
      boolean wasDoubtful = What.doubtful(row.what());
      if (time.atMillis() == row.at() && time.doubtful() == wasDoubtful) {
        continue;
      }
      retime(source.event(row.id() & EventId.MAX_SEQ), row, event, time);
    }
  }

  private void retime(EventId id, LedgerTable.Row row, Event event, Plausible time)
      throws SQLException {
    boolean takenBack = books.isTakenBack(id);
    if (!takenBack && !What.doubtful(row.what())) {
      books.untally(row, event);
    }
    int what = What.of(event.fact(), time.doubtful());
    LedgerTable.Row corrected = row.at(time.atMillis(), what);
    books.table().correct(row.id(), time.atMillis(), what);
    if (time.doubtful()) {
      books.reviews().add(row.id(), Reviews.CLOCK);
    } else {
      books.reviews().drop(row.id(), Reviews.CLOCK);
      if (!takenBack) {
        books.tally(corrected, event, id);
      }
    }
    books.rewritten();
  }

  /** Gives the events of a card that was unknown to its person. */
  void attribute(CardRef ref, long person, Sources sources) throws SQLException {
    for (LedgerTable.Row row : books.table().ofCard(ref.bytes())) {
      EventId id = sources.event(row.id());
      if (Line.own(row.body()).event() instanceof Decoded.Value<Event> value) {
        attribute(row, id, value.value(), person);
      }
    }
  }

  private void attribute(LedgerTable.Row row, EventId id, Event event, long person)
      throws SQLException {
    boolean counts = !What.doubtful(row.what()) && !books.isTakenBack(id);
    if (counts) {
      books.untally(row, event);
    }
    books.table().attribute(row.id(), person);
    if (event.fact() instanceof Fact.Scan) {
      books.reviews().drop(row.id(), Reviews.UNKNOWN_CARD);
    }
    if (counts) {
      LedgerTable.Row known = row.of(new Subject.Person(person));
      books.tally(known, event, id);
    }
    books.rewritten();
  }
}
