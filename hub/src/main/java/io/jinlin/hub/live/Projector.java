package io.jinlin.hub.live;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.page.Session;
import io.jinlin.hub.clinic.ClinicRules;
import io.jinlin.hub.clinic.ClinicSettings;
import io.jinlin.hub.clinic.ClinicState;
import io.jinlin.hub.clinic.Reasons;
import io.jinlin.hub.clinic.RuleReasons;
import io.jinlin.hub.ledger.Committed;
import io.jinlin.hub.ledger.Recorded;
import io.jinlin.hub.ledger.Subjects;
import io.jinlin.hub.ledger.Trouble;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.places.Timetable;
import io.jinlin.hub.residents.People;
import io.jinlin.hub.rooms.RoomDesk;
import io.jinlin.hub.rooms.RoomRules;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Keeps today's {@link Day} up to date with the ledger; one thread only. */
final class Projector {

  /** Most that is counted of the review list. */
  private static final int MAX_REVIEW = 10_000;

  /**
   * For so long after a rebuild an event may still be announced that the rebuild read already, in
   * milliseconds.
   */
  private static final long ECHO_MS = 60_000;

  /**
   * Most events that may still be announced after they were read: those that wait for this view and
   * those of one commit. More are not remembered; a flood would fill the memory.
   */
  static final int MAX_ECHOES = 2 * Live.MAX_WAITING_EVENTS;

  private static final String REVIEW =
      "SELECT count(*) FROM (SELECT 1 FROM review LIMIT " + MAX_REVIEW + ")";
  private static final String ENROLLED = "SELECT series, count(*) FROM enrolment GROUP BY series";

  private final Database database;
  private final Places places;
  private final People people;
  private final Subjects cards;
  private final RuleReasons reasons = new RuleReasons();
  private final RoomHistory history;
  private final Set<EventId> readAlready = Collections.newSetFromMap(new Newest());
  private long readAtMillis;
  private final Map<Backlog.Source, Long> applied = new HashMap<>();
  private final List<Backlog.Missed> toRead = new ArrayList<>();
  private boolean stale = true;
  private Day day;
  private RowMaker rows;

  /** The newest {@link #MAX_ECHOES}. */
  private static final class Newest extends LinkedHashMap<EventId, Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<EventId, Boolean> eldest) {
      return size() > MAX_ECHOES;
    }
  }

  Projector(Database database, Places places, People people, Subjects cards) {
    this.database = database;
    this.places = places;
    this.people = people;
    this.cards = cards;
    this.history = new RoomHistory(places, cards);
    this.day = new Day(LocalDate.EPOCH, places, List.of(), cards, RoomRules.NONE, place -> 1);
    this.rows = new RowMaker(new Labels(places, none -> Optional.empty()), people, cards);
  }

  /** Takes in a commit; one that changed earlier events makes all be read again. */
  void apply(Committed committed) {
    stale |= committed.rewritten();
    if (!stale) {
      for (Recorded recorded : committed.recorded()) {
        if (!readAlready.contains(recorded.event())) {
          day.apply(Entry.of(recorded));
          applied.merge(Backlog.Source.of(recorded), recorded.event().seq(), Math::max);
        }
      }
    }
  }

  /**
   * Commits were left out: they are read from the ledger. All is read again where earlier events
   * changed, or where a gap was filled below what was taken in already.
   */
  void missed(Backlog.Missed missed) {
    stale |= missed.rewritten();
    missed.from().forEach((source, first) -> stale |= applied.getOrDefault(source, 0L) >= first);
    toRead.add(missed);
  }

  /** All must be read again. */
  void missed() {
    stale = true;
  }

  /** What there is to see now. */
  Live.View view(long nowMillis, List<Snapshot.DeviceNow> devices, Trouble trouble) {
    LocalDate today = Instant.ofEpochMilli(nowMillis).atZone(places.site().zone()).toLocalDate();
    return database.read(
        db -> {
          if (stale || !day.date().equals(today)) {
            rebuild(db, today, nowMillis);
          } else if (!toRead.isEmpty()) {
            catchUp(db, nowMillis);
          }
          if (nowMillis - readAtMillis > ECHO_MS) {
            readAlready.clear();
          }
          ClinicState clinic = clinic(db, today, nowMillis);
          SnapshotBuilder builder = new SnapshotBuilder(day, rows, figures(db), clinic, nowMillis);
          Snapshot snapshot = builder.build(devices, trouble);
          return new Live.View(
              snapshot,
              Board.of(snapshot, ClinicBoard.of(clinic, places), builder.seatsLevel()),
              clinic);
        });
  }

  private ClinicState clinic(Connection db, LocalDate today, long nowMillis) throws SQLException {
    ClinicRules rules = ClinicSettings.load(db);
    Reasons first = reasons.on(db, today, rules);
    return ClinicState.of(today, day.clinic(), rules, first, nowMillis);
  }

  private void rebuild(Connection db, LocalDate today, long nowMillis) throws SQLException {
    List<Session> sessions = new Timetable(db).between(today, today.plusDays(1));
    Map<String, Session> byId = new HashMap<>();
    sessions.forEach(session -> byId.put(session.id(), session));
    Function<String, Optional<Session>> find = id -> Optional.ofNullable(byId.get(id));
    rows = new RowMaker(new Labels(places, find), people, cards);
    day = new Day(today, places, sessions, cards, RoomDesk.rules(db), history.stays(db, today));
    readAlready.clear();
    applied.clear();
    toRead.clear();
    new Entries(db).between(day.startMillis(), day.endMillis(), this::take);
    readAtMillis = nowMillis;
    stale = false;
  }

  private void catchUp(Connection db, long nowMillis) throws SQLException {
    Entries entries = new Entries(db);
    List<Entry> missed = new ArrayList<>();
    for (Backlog.Missed one : toRead) {
      for (Map.Entry<Backlog.Source, Long> from : one.from().entrySet()) {
        Backlog.Source source = from.getKey();
        EventId first = new EventId(source.device(), source.epoch(), from.getValue());
        missed.addAll(entries.from(first, day.startMillis(), day.endMillis()));
      }
    }
    toRead.clear();
    missed.sort(Comparator.comparingLong(Entry::receivedMillis).thenComparing(Entry::event));
    for (Entry entry : missed) {
      if (!readAlready.contains(entry.event())) {
        take(entry);
      }
    }
    readAtMillis = nowMillis;
  }

  private void take(Entry entry) {
    day.apply(entry);
    readAlready.add(entry.event());
    applied.merge(
        new Backlog.Source(entry.event().device(), entry.event().epoch()),
        entry.event().seq(),
        Math::max);
  }

  private SnapshotBuilder.Figures figures(Connection db) throws SQLException {
    Map<String, Integer> enrolled = new HashMap<>();
    Rows.all(db, ENROLLED, row -> enrolled.put(row.getString(1), row.getInt(2)));
    return new SnapshotBuilder.Figures(
        Tallies.of(db, day.date()),
        Tallies.of(db, day.date().minusWeeks(1)),
        enrolled,
        Rows.number(db, REVIEW),
        RoomDesk.answers(db, day.startMillis()));
  }
}
