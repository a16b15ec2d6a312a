package io.jinlin.hub.attendance;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.page.Session;
import io.jinlin.hub.collection.Ban;
import io.jinlin.hub.collection.Collectors;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a sheet together from enrolments, the ledger and marks. */
final class SheetMaker {
  private static final long MINUTE_MS = 60_000;

  /** A card is taken for the session so long before and after it. */
  private static final long AROUND_MS = 6 * 60 * MINUTE_MS;

  /** Who leaves within this of the end did not leave early. */
  private static final long END_MS = 5 * MINUTE_MS;

  private static final String ENROLLED =
      "SELECT person FROM enrolment WHERE series = ?1 AND valid_from <= ?2"
          + " UNION SELECT person FROM enrolment_past"
          + " WHERE series = ?1 AND valid_from <= ?2 AND until > ?2";
  private static final String GUARDIANS =
      "SELECT p.name, g.relation, coalesce(p.phone, ''), g.collects = 1 AND NOT EXISTS"
          + " (SELECT 1 FROM pickup_ban b WHERE b.child = g.child AND b.adult = g.adult"
          + " AND b.ended IS NULL) FROM guardian g"
          + " JOIN person p ON p.id = g.adult WHERE g.child = ? AND p.died IS NULL"
          + " ORDER BY 4 DESC, g.relation";

  private final Connection db;
  private final Places places;

  SheetMaker(Connection db, Places places) {
    this.db = db;
    this.places = places;
  }

  static Occasion occasion(Session session) {
    return new Occasion(Occasion.Kind.SESSION, session.id(), session.starts().toLocalDate());
  }

  private long millis(LocalDateTime time) {
    return time.atZone(places.site().zone()).toInstant().toEpochMilli();
  }

  boolean isSchool(Session session) {
    return places.find(session.place()).map(Place::service).stream()
        .anyMatch(service -> service == Service.SCHOOL);
  }

  Sheet sheet(Session session) throws SQLException {
    long starts = millis(session.starts());
    long ends = millis(session.ends());
    Seen seen =
        Seen.of(db, occasion(session), session.place(), starts - AROUND_MS, ends + AROUND_MS);
    Map<Long, List<MarkTable.Made>> marks = new MarkTable(db).of(session.id());
    Set<Long> enrolled =
        new HashSet<>(
            Rows.all(
                db,
                ENROLLED,
                row -> row.getLong(1),
                session.series(),
                session.starts().toLocalDate().toString()));
    Set<Long> everybody = new LinkedHashSet<>(enrolled);
    everybody.addAll(seen.came().keySet());
    everybody.addAll(marks.keySet());
    boolean school = isSchool(session);
    Collectors collectors = new Collectors(db, session.starts().toLocalDate());
    Map<Long, String> names = names(everybody);
    List<Sheet.Row> rows = new ArrayList<>();
    for (long person : everybody) {
      String name = names.getOrDefault(person, "*");
      One one =
          school
              ? child(person, name, enrolled.contains(person), collectors)
              : new One(person, name, enrolled.contains(person), List.of(), List.of(), false);
      rows.add(row(one, seen, marks.getOrDefault(person, List.of()), starts, ends));
    }
    rows.sort(
        Comparator.comparing((Sheet.Row row) -> !row.enrolled()).thenComparing(Sheet.Row::name));
    return new Sheet(session, school, rows, seen.unknownCards());
  }

  private record One(
      long person,
      String name,
      boolean enrolled,
      List<Sheet.Guardian> guardians,
      List<Ban> bans,
      boolean mayLeaveAlone) {}

  private One child(long person, String name, boolean enrolled, Collectors collectors)
      throws SQLException {
    return new One(
        person,
        name,
        enrolled,
        guardians(person),
        collectors.bans(person),
        collectors.mayLeaveAlone(person));
  }

  private static Sheet.Row row(
      One one, Seen seen, List<MarkTable.Made> marks, long starts, long ends) {
    long came = seen.came().getOrDefault(one.person, 0L);
    long gone = seen.left().getOrDefault(one.person, 0L);
    Sheet.State state = came > 0 ? Sheet.State.PRESENT : Sheet.State.EXPECTED;
    String by = "";
    String note = "";
    for (MarkTable.Made made : marks) {
      by = made.by();
      note = made.note();
      if (came == 0 && made.mark() == Mark.EXCUSED) {
        state = Sheet.State.EXCUSED;
      } else if (came == 0 && made.mark() == Mark.CONTACTED) {
        state = Sheet.State.CONTACTED;
      } else if (made.mark() == Mark.LEFT) {
        state = Sheet.State.LEFT;
        gone = made.atMillis();
      } else if (made.mark() == Mark.COLLECTED) {
        state = Sheet.State.COLLECTED;
        gone = made.atMillis();
      } else if (made.mark() == Mark.ALONE) {
        state = Sheet.State.ALONE;
        gone = made.atMillis();
      }
    }
    if (state == Sheet.State.PRESENT && gone > came && gone < ends - END_MS) {
      state = Sheet.State.LEFT;
    }
    long handedOver = seen.handedOver().getOrDefault(one.person, 0L);
    if (handedOver > 0 && handedOver >= came) {
      state = Sheet.State.COLLECTED;
      gone = handedOver;
    }
    long late = came - starts;
    int lateMinutes = late > AttendanceDesk.LATE_MINUTES * MINUTE_MS ? (int) (late / MINUTE_MS) : 0;
    return new Sheet.Row(
        one.person,
        one.name,
        one.enrolled,
        state,
        came,
        lateMinutes,
        gone > came ? gone : 0,
        by,
        note,
        one.guardians,
        one.bans,
        one.mayLeaveAlone);
  }

  private Map<Long, String> names(Set<Long> persons) throws SQLException {
    Map<Long, String> names = new HashMap<>();
    for (long person : persons) {
      Rows.all(db, "SELECT name FROM person WHERE id = ?", row -> row.getString(1), person)
          .forEach(name -> names.put(person, name));
    }
    return names;
  }

  private List<Sheet.Guardian> guardians(long child) throws SQLException {
    return Rows.all(
        db,
        GUARDIANS,
        row ->
            new Sheet.Guardian(
                row.getString(1), row.getString(2), row.getString(3), row.getInt(4) != 0),
        child);
  }
}
