package io.jinlin.hub.ledger;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.Batch;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.EpochRange;
import io.jinlin.hub.tally.Candidate;
import io.jinlin.hub.tally.Movement;
import io.jinlin.hub.tally.Plausible;
import io.jinlin.hub.tally.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The writer's hand: stores lines and keeps the figures, all in the open transaction of one
 * connection. Nothing is certain before {@link #flush} and a commit; after a roll-back what is held
 * in memory may be untrue and statements may be broken, so new books are begun.
 */
final class Books implements AutoCloseable {
  private final Connection db;
  private final Subjects subjects;
  private final Sources sources;
  private final Vocabulary words;
  private final LedgerTable table;
  private final Figures figures;
  private final Counted counted;
  private final Reviews reviews;
  private final Voids voids;
  private List<Recorded> recorded = new ArrayList<>();
  private boolean rewritten;

  Books(Connection db, Subjects subjects) throws SQLException {
    this.db = db;
    this.subjects = subjects;
    this.sources = new Sources(db);
    this.words = new Vocabulary(db);
    this.table = new LedgerTable(db);
    this.figures = new Figures(db);
    this.counted = new Counted(db, figures);
    this.reviews = new Reviews(db);
    this.voids = new Voids(db);
  }

  Connection connection() {
    return db;
  }

  Sources sources() {
    return sources;
  }

  LedgerTable table() {
    return table;
  }

  /** Keeps the newest offset; the first for a boot also corrects what came before it. */
  void learnOffset(Source source, OptionalLong offset) throws SQLException {
    if (offset.isEmpty() || offset.equals(source.offsetMillis())) {
      return;
    }
    if (source.offsetMillis().isPresent() || source.position() == 0) {
      source.offsetMillis(offset.getAsLong());
    }
    sources.write();
    for (Source sameBoot : sources.ofSameBoot(source)) {
      if (sameBoot.offsetMillis().isEmpty()) {
        sameBoot.offsetMillis(offset.getAsLong());
        new Correction(this).apply(sameBoot);
      }
    }
  }

  /**
   * Whether a batch follows what is stored, or overlaps it. Events that the device no longer has
   * are noted as a gap and passed over.
   */
  boolean reaches(Source source, Batch.Header header, long received) throws SQLException {
    long next = source.position() + 1;
    if (header.first() <= next) {
      return true;
    }
    if (header.first() - header.lost() > next) {
      return false;
    }
    table.gap(source.id(), next, header.first() - 1, received);
    source.position(header.first() - 1);
    source.heldFrom(header.first());
    return true;
  }

  /**
   * The position in each epoch of a device, 0 where nothing is known of it. A device that has again
   * what it once said was lost, since its card was put back to an earlier state, is asked for it:
   * the answer is then the position before the gap.
   */
  List<Ack.Position> positions(String device, List<EpochRange> epochs) throws SQLException {
    List<Ack.Position> positions = new ArrayList<>();
    for (EpochRange range : epochs) {
      Ack.Position position = sources.position(device, range.epoch());
      Optional<Source> source = sources.find(device, range.epoch());
      if (source.isPresent()) {
        long last = Math.min(range.last(), source.get().heldFrom() - 1);
        OptionalLong missing = table.missing(source.get(), range.first(), last);
        source.get().heldFrom(range.first());
        if (missing.isPresent()) {
          position = new Ack.Position(range.epoch(), missing.getAsLong() - 1, position.backedUp());
        }
      }
      positions.add(position);
    }
    return positions;
  }

  /** What became of lines that were not simply stored. */
  record Stored(List<Ack.Rejected> rejected, int quarantined) {
    static final Stored NOTHING = new Stored(List.of(), 0);
  }

  /** Stores consecutive lines; those that are stored already are only compared. */
  Stored store(Source source, long first, List<Line> lines, long received) throws SQLException {
    List<Ack.Rejected> rejected = new ArrayList<>();
    int quarantined = 0;
    for (int i = 0; i < lines.size(); i++) {
      long seq = first + i;
      Line line = lines.get(i);
      // Within the position a number is free only inside a gap: what was lost was found again.
      Optional<byte[]> stored =
          seq <= source.position() ? table.body(source.key(seq)) : Optional.empty();
      if (stored.isPresent()) {
        if (!Arrays.equals(stored.get(), line.bytes())) {
          table.quarantine(source.key(seq), received, line.bytes());
          quarantined++;
        }
        continue;
      }
      if (line.event() instanceof Decoded.Refused<Event> refused) {
        String word = refused.refusal().name();
        table.reject(source.key(seq), received, word, refused.detail(), line.bytes());
        rejected.add(new Ack.Rejected(source.epoch(), seq, refused.refusal()));
      } else if (line.event() instanceof Decoded.Value<Event> value) {
        record(source, seq, value.value(), line.bytes(), received);
      }
      source.position(Math.max(source.position(), seq));
    }
    return new Stored(rejected, quarantined);
  }

  /** Stores one event and counts it. */
  void record(Source source, long seq, Event event, byte[] line, long received)
      throws SQLException {
    LedgerTable.Row row = insert(source, seq, event, line, received);
    EventId id = source.event(seq);
    boolean doubtful = What.doubtful(row.what());
    boolean takenBack = voids.contains(id);
    boolean counts = !doubtful && !takenBack && tally(row, event, id);
    // It came after its correction: whoever follows commits must look at the tables instead.
    rewritten |= takenBack;
    review(row, event.fact(), id);
    takeBack(event.fact());
    Optional<Subject> subject = Optional.ofNullable(row.subject());
    recorded.add(new Recorded(id, row.at(), received, event.fact(), subject, counts, doubtful));
  }

  /** Stores one event and counts nothing. */
  LedgerTable.Row insert(Source source, long seq, Event event, byte[] line, long received)
      throws SQLException {
    Fact fact = event.fact();
    OptionalLong offset = source.offsetMillis();
    Plausible time = Plausible.of(event.wallMillis(), event.monotonicMillis(), offset, received);
    LedgerTable.Row row =
        new LedgerTable.Row(
            source.key(seq),
            time.atMillis(),
            received,
            subject(fact).orElse(null),
            occasion(fact),
            words.number(fact.place()),
            What.of(fact, time.doubtful()),
            line);
    table.insert(row);
    return row;
  }

  /** Asks again whose card it was. */
  LedgerTable.Row subjectAnew(LedgerTable.Row row, Event event) throws SQLException {
    if (row.subject() instanceof Subject.Card
        && subject(event.fact()).orElse(null) instanceof Subject.Person person) {
      table.attribute(row.id(), person.id());
      return row.of(person);
    }
    return row;
  }

  /** Lets a row that is neither doubtful nor taken back count; says whether it is the winner. */
  boolean tally(LedgerTable.Row row, Event event, EventId id) throws SQLException {
    figures.move(row.place(), row.at(), Movement.of(event.fact()));
    if (What.isWithoutCard(event.fact())) {
      figures.count(row.occasion(), withoutCard(row, event, id), 1);
      return true;
    }
    Optional<Candidate> candidate = candidate(row, event, id);
    if (candidate.isEmpty()) {
      return false;
    }
    if (event.fact() instanceof Fact.Serving serving && !serving.isOnce()) {
      figures.count(row.occasion(), candidate.get(), serving.portions());
      return true;
    }
    return row.subject() != null && counted.add(row.occasion(), row.subject(), candidate.get());
  }

  /** What may count: an accepted scan, or what staff served. */
  private static Optional<Candidate> candidate(LedgerTable.Row row, Event event, EventId id) {
    boolean accepted = event.fact() instanceof Fact.Scan scan && scan.outcome() == Outcome.ACCEPTED;
    if (row.occasion() == 0 || !accepted && !(event.fact() instanceof Fact.Serving)) {
      return Optional.empty();
    }
    int way =
        event.fact() instanceof Fact.Serving serving
            ? What.way(serving)
            : What.way((Fact.Scan) event.fact());
    return Optional.of(new Candidate(row.id(), event.wallMillis(), id, way, row.place()));
  }

  private static Candidate withoutCard(LedgerTable.Row row, Event event, EventId id) {
    return new Candidate(row.id(), event.wallMillis(), id, What.WITHOUT_CARD, row.place());
  }

  /** Undoes {@link #tally}. */
  void untally(LedgerTable.Row row, Event event) throws SQLException {
    figures.move(row.place(), row.at(), Movement.of(event.fact()).negated());
    if (What.isWithoutCard(event.fact())) {
      figures.count(row.occasion(), withoutCard(row, event, sources.event(row.id())), -1);
      return;
    }
    Optional<Candidate> candidate = candidate(row, event, sources.event(row.id()));
    if (candidate.isEmpty()) {
      return;
    }
    if (event.fact() instanceof Fact.Serving serving && !serving.isOnce()) {
      figures.count(row.occasion(), candidate.get(), -serving.portions());
    } else if (row.subject() != null) {
      counted.remove(row.occasion(), row.subject(), row.id());
    }
  }

  void review(LedgerTable.Row row, Fact fact, EventId id) throws SQLException {
    if (What.doubtful(row.what())) {
      reviews.add(row.id(), Reviews.CLOCK);
    }
    if (fact instanceof Fact.Scan scan) {
      if (scan.outcome() == Outcome.UNTIMED) {
        reviews.add(row.id(), Reviews.UNTIMED);
      }
      if (row.subject() instanceof Subject.Card card) {
        reviews.unknownCard(row.id(), id, card.ref());
      }
    }
  }

  /** Takes an event back, if the fact says so. */
  private void takeBack(Fact fact) throws SQLException {
    if (!(fact instanceof Fact.Voiding voiding)) {
      return;
    }
    EventId event = voiding.event();
    Optional<Source> source = sources.find(event.device(), event.epoch());
    if (voids.add(event, voiding.reason()) && source.isPresent()) {
      Optional<LedgerTable.Row> row = table.find(source.get().key(event.seq()));
      if (row.isPresent() && !What.doubtful(row.get().what())) {
        Line line = Line.own(row.get().body());
        if (line.event() instanceof Decoded.Value<Event> value) {
          untally(row.get(), value.value());
          rewritten = true;
        }
      }
    }
  }

  Voids voids() {
    return voids;
  }

  boolean isTakenBack(EventId event) throws SQLException {
    return voids.contains(event);
  }

  void rewritten() {
    rewritten = true;
  }

  Reviews reviews() {
    return reviews;
  }

  private Optional<Subject> subject(Fact fact) {
    if (fact instanceof Fact.Serving serving) {
      return serving.person() == 0
          ? Optional.empty()
          : Optional.of(new Subject.Person(serving.person()));
    }
    Optional<CardRef> ref = ref(fact);
    if (ref.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong person = subjects.personOf(ref.get());
    return Optional.of(
        person.isPresent() ? new Subject.Person(person.getAsLong()) : new Subject.Card(ref.get()));
  }

  /** The card that a fact is about. */
  static Optional<CardRef> ref(Fact fact) {
    if (fact instanceof Fact.Scan scan) {
      return Optional.of(scan.ref());
    } else if (fact instanceof Fact.Departure departure) {
      return Optional.of(departure.ref());
    } else if (fact instanceof Fact.Collection collection) {
      return Optional.of(collection.ref());
    } else if (fact instanceof Fact.RevocationHeld held) {
      return Optional.of(held.ref());
    }
    return fact instanceof Fact.HandOver handOver
        ? Optional.of(handOver.child())
        : Optional.empty();
  }

  private int occasion(Fact fact) throws SQLException {
    if (fact instanceof Fact.Scan scan) {
      return scan.occasion().isPresent() ? words.number(scan.occasion().get()) : 0;
    } else if (fact instanceof Fact.Collection collection) {
      return words.number(collection.occasion());
    } else if (fact instanceof Fact.TicketCall call) {
      return words.number(call.occasion());
    } else if (fact instanceof Fact.TicketStep step) {
      return words.number(step.occasion());
    }
    if (fact instanceof Fact.Serving serving) {
      return words.number(serving.occasion());
    } else if (fact instanceof Fact.Stock stock) {
      return words.number(stock.occasion());
    }
    return fact instanceof Fact.HandOver handOver ? words.number(handOver.occasion()) : 0;
  }

  /** Brings everything into the transaction and hands over what it was. */
  Committed flush() throws SQLException {
    table.flush();
    counted.flush();
    figures.flush();
    sources.flush();
    Committed done = new Committed(recorded, rewritten);
    recorded = new ArrayList<>();
    rewritten = false;
    return done;
  }

  @Override
  public void close() throws SQLException {
    table.close();
    counted.close();
    figures.close();
    sources.close();
  }
}
