package io.jinlin.hub.attendance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.Session;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.places.Timetable;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The teacher's sheet. Somebody who is ticked as present is counted in the ledger as if their card
 * had been read, once with it; other marks are entries of the journal. Any thread may call.
 */
public final class AttendanceDesk {
  /** Kind of its journal entries. */
  public static final String KIND = "attendance";

  /** Does again what a journal entry says, when the hub's file lacks it. */
  public static final JournalHandler REPLAY = AttendanceDesk::apply;

  /** Who comes later than this after the start is late, in minutes. */
  public static final int LATE_MINUTES = 5;

  /** After so long a child that is missing, or still here, is an alarm, in minutes. */
  public static final int ALARM_MINUTES = 15;

  /** Longest note, in characters. */
  public static final int MAX_NOTE_LENGTH = 60;

  private static final long MINUTE_MS = 60_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CARD =
      "SELECT ref FROM card WHERE person = ? ORDER BY revoked IS NOT NULL, issued DESC LIMIT 1";

  private final Database database;
  private final Ledger ledger;
  private final Places places;
  private final InstantSource clock;

  public AttendanceDesk(Database database, Ledger ledger, Places places, InstantSource clock) {
    this.database = database;
    this.ledger = ledger;
    this.places = places;
    this.clock = clock;
  }

  /** The sheet of a session; empty when there is no such session. */
  public Optional<Sheet> sheet(String session) {
    return database.read(
        db -> {
          Optional<Session> found = new Timetable(db).find(session);
          return found.isEmpty()
              ? Optional.empty()
              : Optional.of(new SheetMaker(db, places).sheet(found.get()));
        });
  }

  /** The sheets of the sessions of a day that take place, by their start. */
  public List<Sheet> day(LocalDate day) {
    return database.read(
        db -> {
          List<Sheet> sheets = new ArrayList<>();
          for (Session session : new Timetable(db).between(day, day.plusDays(1))) {
            sheets.add(new SheetMaker(db, places).sheet(session));
          }
          return sheets;
        });
  }

  /** What happens at the door of the school today. */
  public Pickups pickups() {
    return database.read(db -> new PickupsMaker(db, places, today()).now());
  }

  /** What is kept of a child at the school, from a day to another, both included; oldest first. */
  public List<PickupRecord.Line> record(long child, LocalDate from, LocalDate until) {
    return database.read(db -> new PickupRecord(db, places, today()).of(child, from, until));
  }

  /** The site's day now. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), places.site().zone());
  }

  /**
   * A child that somebody must look after now.
   *
   * @param minutes since the session began (missing) or ended (still here)
   */
  public record Alarm(Session session, Sheet.Row child, boolean stillHere, int minutes) {}

  /**
   * 应到未到, until each child is marked as excused, contacted or present; and who is still here after
   * the end, until each is handed over or signed for.
   */
  public List<Alarm> alarms() {
    return alarms(day(today()));
  }

  /** The same, of sheets that were just made. */
  public List<Alarm> alarms(List<Sheet> sheets) {
    long now = clock.millis();
    List<Alarm> alarms = new ArrayList<>();
    for (Sheet sheet : sheets) {
      if (!sheet.school()) {
        continue;
      }
      int begun = minutesSince(sheet.session().starts(), now);
      int ended = minutesSince(sheet.session().ends(), now);
      for (Sheet.Row row : sheet.rows()) {
        if (row.state() == Sheet.State.EXPECTED && begun >= ALARM_MINUTES) {
          alarms.add(new Alarm(sheet.session(), row, false, begun));
        } else if (row.state() == Sheet.State.PRESENT && ended >= ALARM_MINUTES) {
          alarms.add(new Alarm(sheet.session(), row, true, ended));
        }
      }
    }
    return alarms;
  }

  private int minutesSince(LocalDateTime time, long nowMillis) {
    long at = time.atZone(places.site().zone()).toInstant().toEpochMilli();
    return (int) Math.floorDiv(nowMillis - at, MINUTE_MS);
  }

  /**
   * Marks somebody; done once it is in the journal, and for {@link Mark#PRESENT} in the ledger.
   *
   * @param person enrolled, or anybody with a card for {@link Mark#PRESENT}
   * @return false when somebody without any card was to be counted as present: nothing was done
   */
  public CompletableFuture<Boolean> mark(
      Session session, long person, Mark mark, String note, String by) {
    if (mark != Mark.PRESENT) {
      return write(entry(session, person, by).put("mark", Words.of(mark)).put("note", note));
    }
    Optional<CardRef> card =
        database.read(db -> Rows.all(db, CARD, row -> CardRef.of(row.getBytes(1)), person)).stream()
            .findFirst();
    if (card.isEmpty()) {
      return CompletableFuture.completedFuture(false);
    }
    Fact.Scan scan =
        new Fact.Scan(
            session.place(),
            card.get(),
            Outcome.ACCEPTED,
            Optional.of(SheetMaker.occasion(session)),
            Optional.empty(),
            0,
            Input.HAND);
    return ledger
        .append(scan)
        .thenCompose(
            event ->
                write(
                    entry(session, person, by)
                        .put("mark", Words.of(mark))
                        .put("note", note)
                        .put("event", event.device() + "/" + event.epoch() + "/" + event.seq())));
  }

  /**
   * Takes back all that was marked of somebody; who was counted by hand is not counted any more.
   */
  public CompletableFuture<Boolean> clear(Session session, long person, String by) {
    List<MarkTable.Made> made =
        database.read(db -> new MarkTable(db).of(session.id())).getOrDefault(person, List.of());
    CompletableFuture<?> before = CompletableFuture.completedFuture(true);
    for (MarkTable.Made one : made) {
      Optional<EventId> event = eventId(one.event());
      if (event.isPresent()) {
        Fact.Voiding voiding =
            new Fact.Voiding(session.place(), event.get(), "attendance-mark", by);
        before = before.thenCompose(done -> ledger.append(voiding));
      }
    }
    return before.thenCompose(
        done -> write(entry(session, person, by).put("mark", "none").put("note", "")));
  }

  private static Optional<EventId> eventId(String text) {
    String[] parts = text.split("/", -1);
    return parts.length == 3
        ? Optional.of(new EventId(parts[0], parts[1], Long.parseLong(parts[2])))
        : Optional.empty();
  }

  private ObjectNode entry(Session session, long person, String by) {
    Check.note("by", by);
    return JSON.createObjectNode()
        .put("session", session.id())
        .put("person", person)
        .put("at", clock.millis())
        .put("by", by);
  }

  private CompletableFuture<Boolean> write(ObjectNode entry) {
    byte[] body = entry.toString().getBytes(StandardCharsets.UTF_8);
    return ledger.write(
        KIND,
        body,
        db -> {
          apply(db, body);
          return true;
        });
  }

  private static void apply(Connection db, byte[] body) throws SQLException {
    JsonNode entry;
    try {
      entry = JSON.readTree(body);
    } catch (IOException e) {
      throw new IllegalStateException("an entry of the attendance is no JSON", e);
    }
    MarkTable marks = new MarkTable(db);
    String session = entry.path("session").asText();
    long person = entry.path("person").asLong();
    // One mark at a time: a teacher who says something else has changed their mind.
    marks.clear(session, person);
    String mark = entry.path("mark").asText();
    if (!mark.equals("none")) {
      marks.put(
          session,
          new MarkTable.Made(
              person,
              Words.of(Mark.class, mark),
              entry.path("at").asLong(),
              entry.path("by").asText(),
              entry.path("note").asText(),
              entry.path("event").asText()));
    }
  }
}
