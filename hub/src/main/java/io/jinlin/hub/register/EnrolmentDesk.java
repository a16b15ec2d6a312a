package io.jinlin.hub.register;

import io.jinlin.contract.page.RosterEntry;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.store.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Enrols people in series and takes them off. One change at a time, so that a last place is given
 * once; each is done once it is in both files. Waits for the disk: not for an event loop.
 */
public final class EnrolmentDesk {
  private final Database database;
  private final Ledger ledger;
  private final RegisterBook book;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Runnable changed;

  /**
   * A desk.
   *
   * @param changed told after each change
   */
  public EnrolmentDesk(
      Database database,
      Ledger ledger,
      RegisterBook book,
      InstantSource clock,
      ZoneId zone,
      Runnable changed) {
    this.database = database;
    this.ledger = ledger;
    this.book = book;
    this.clock = clock;
    this.zone = zone;
    this.changed = changed;
  }

  /** What came of an enrolment. */
  public enum Answer {
    ENROLLED,
    /** The series is full; the person waits at the end of its list. */
    WAITING,
    /** Nothing was done: the person is enrolled, or waits and there is still no place. */
    ALREADY,
    /** Nothing was done: a card holds {@link RosterEntry#MAX_ENROLLED} series and no more. */
    TOO_MANY
  }

  /** The list of a series. */
  public EnrolmentList list(String series) {
    return database.read(db -> new EnrolmentTable(db).list(series));
  }

  /**
   * Enrols somebody, or lets them wait; who waits already gets a place that is free.
   *
   * @param capacity places of the series; 0 for no limit
   */
  public synchronized Answer enrol(String series, int capacity, long person, String account) {
    EnrolmentList list = list(series);
    if (list.has(person)) {
      return Answer.ALREADY;
    }
    boolean room = capacity == 0 || list.enrolled().size() < capacity;
    if (!room && list.awaits(person)) {
      return Answer.ALREADY;
    }
    if (database.read(db -> new EnrolmentTable(db).seriesOf(person)) >= RosterEntry.MAX_ENROLLED) {
      return Answer.TOO_MANY;
    }
    EnrolmentStep.To to = room ? EnrolmentStep.To.ENROLLED : EnrolmentStep.To.WAITING;
    write(series, List.of(new EnrolmentStep(person, to)), account);
    return room ? Answer.ENROLLED : Answer.WAITING;
  }

  /**
   * Takes somebody off the list; a place that becomes free goes to whoever waited longest.
   *
   * @return whom it went to; empty for nobody
   */
  public synchronized Optional<Long> leave(
      String series, int capacity, long person, String account) {
    EnrolmentList list = list(series);
    List<EnrolmentStep> steps = new ArrayList<>();
    steps.add(new EnrolmentStep(person, EnrolmentStep.To.NONE));
    boolean free = list.has(person) && (capacity == 0 || list.enrolled().size() <= capacity);
    Optional<Long> next =
        free
            ? list.waiting().stream()
                .map(EnrolmentList.Waiting::person)
                .filter(this::may)
                .findFirst()
            : Optional.empty();
    next.ifPresent(one -> steps.add(new EnrolmentStep(one, EnrolmentStep.To.ENROLLED)));
    if (list.has(person) || list.awaits(person)) {
      write(series, steps, account);
    }
    return next;
  }

  private boolean may(long person) {
    return database.read(db -> new EnrolmentTable(db).seriesOf(person)) < RosterEntry.MAX_ENROLLED;
  }

  private void write(String series, List<EnrolmentStep> steps, String account) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Change change = new Change.Enrolled(series, today, clock.millis(), account, steps);
    ledger.write(RegisterBook.KIND, change.body(), db -> book.apply(db, change, done -> {})).join();
    changed.run();
  }
}
