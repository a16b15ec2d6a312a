package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.Session;
import io.jinlin.hub.access.Action;
import io.jinlin.hub.attendance.AttendanceDesk;
import io.jinlin.hub.attendance.Mark;
import io.jinlin.hub.attendance.Pickups;
import io.jinlin.hub.attendance.Sheet;
import io.jinlin.hub.collection.Ban;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The teacher's sheet, with full names and phones: for those who do the day's work only. */
final class AttendanceRoutes {
  private static final String NONE = "none";
  private static final long NOTED_MS = 1_800_000;

  private final Exchange exchange;
  private final Guard guard;
  private final AccessNotes notes;
  private final InstantSource clock;
  private final AttendanceDesk desk;

  /** When who was last noted to look at which sheet. */
  private final Map<String, Long> noted = new ConcurrentHashMap<>();

  AttendanceRoutes(Exchange exchange, Guard guard, Api.Parts parts, AccessNotes notes) {
    this.exchange = exchange;
    this.guard = guard;
    this.notes = notes;
    this.clock = parts.clock();
    this.desk = new AttendanceDesk(parts.database(), parts.ledger(), parts.places(), parts.clock());
  }

  void mount(Router router) {
    router
        .post("/api/attendance/mark")
        .handler(guard::sameOrigin)
        .handler(guard::signedIn)
        .handler(guard::changing)
        .handler(guard::mayChange)
        .handler(this::mark);
    router
        .get("/api/attendance")
        .handler(guard::signedIn)
        .handler(guard::mayChange)
        .handler(this::sheet);
    router
        .get("/api/attendance/today")
        .handler(guard::signedIn)
        .handler(guard::mayChange)
        .handler(this::today);
  }

  private void today(RoutingContext context) {
    exchange.later(
        context,
        () -> {
          Map<String, Object> view = new LinkedHashMap<>();
          List<Sheet> sheets = desk.day(desk.today());
          view.put("sessions", sheets.stream().map(this::brief).toList());
          view.put("alarms", desk.alarms(sheets).stream().map(AttendanceRoutes::alarm).toList());
          Pickups now = desk.pickups();
          view.put("handOvers", now.handOvers().stream().map(CollectionViews::view).toList());
          view.put("refused", now.refused().stream().map(CollectionViews::view).toList());
          return view;
        },
        view -> view);
  }

  private Map<String, Object> brief(Sheet sheet) {
    Map<String, Object> view = session(sheet);
    view.put("enrolled", count(sheet, true));
    view.put("present", count(sheet, false));
    return view;
  }

  private static long count(Sheet sheet, boolean enrolled) {
    return sheet.rows().stream()
        .filter(row -> enrolled ? row.enrolled() : row.cameMillis() > 0)
        .count();
  }

  private static Map<String, Object> session(Sheet sheet) {
    Session session = sheet.session();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", session.id());
    view.put("title", Map.of("zh", session.title(), "en", session.titleEnglish()));
    view.put("place", session.place());
    view.put("starts", session.starts().toString());
    view.put("ends", session.ends().toString());
    view.put("school", sheet.school());
    return view;
  }

  private static Map<String, Object> alarm(AttendanceDesk.Alarm alarm) {
    return Map.of(
        "session", alarm.session().id(),
        "person", alarm.child().person(),
        "name", alarm.child().name(),
        "stillHere", alarm.stillHere(),
        "minutes", alarm.minutes());
  }

  private void sheet(RoutingContext context) {
    String id = new Query(context.queryParams()).text("session").orElse("");
    exchange.work(
        context,
        () -> desk.sheet(id).orElseThrow(() -> new Refused(404, "unknown-session")),
        sheet -> {
          Map<String, Object> view = session(sheet);
          view.put("unknownCards", sheet.unknownCards());
          view.put("rows", sheet.rows().stream().map(AttendanceRoutes::row).toList());
          List<Long> persons =
              isNoted(context, id)
                  ? List.of()
                  : sheet.rows().stream().map(Sheet.Row::person).toList();
          notes.answer(context, Action.ATTENDANCE_SHEET, persons, view);
        });
  }

  /** A page that stays open asks again and again; that is one look. */
  private boolean isNoted(RoutingContext context, String session) {
    String who = Guard.who(context).account() + "/" + session;
    long now = clock.millis();
    noted.values().removeIf(at -> now - at > NOTED_MS);
    return noted.putIfAbsent(who, now) != null;
  }

  private static Map<String, Object> row(Sheet.Row row) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("person", row.person());
    view.put("name", row.name());
    view.put("enrolled", row.enrolled());
    view.put("state", Words.of(row.state()));
    view.put("came", row.cameMillis());
    view.put("lateMinutes", row.lateMinutes());
    view.put("gone", row.goneMillis());
    view.put("by", row.by());
    view.put("note", row.note());
    view.put(
        "guardians",
        row.guardians().stream()
            .map(
                one ->
                    Map.of(
                        "name", one.name(),
                        "relation", one.relation(),
                        "phone", one.phone(),
                        "collects", one.collects()))
            .toList());
    view.put("bans", row.bans().stream().map(CollectionViews::ban).toList());
    view.put("mayLeaveAlone", row.mayLeaveAlone());
    return view;
  }

  private void mark(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String id = Json.text(body, "session");
    long person = Json.integer(body, "person", 1, Integer.MAX_VALUE);
    String word = Json.text(body, "mark");
    String note = Json.optionalText(body, "note").orElse("").strip();
    if (note.length() > AttendanceDesk.MAX_NOTE_LENGTH
        || note.chars().anyMatch(Character::isISOControl)) {
      throw new Refused(400, "field-invalid", "note");
    }
    Optional<Mark> mark = word.equals(NONE) ? Optional.empty() : Optional.of(mark(word));
    if (mark.equals(Optional.of(Mark.COLLECTED)) && note.isEmpty()) {
      throw new Refused(400, "collected-by-whom");
    }
    String by = Guard.who(context).account();
    exchange.work(
        context,
        () -> {
          Sheet sheet = desk.sheet(id).orElseThrow(() -> new Refused(404, "unknown-session"));
          checkKnown(sheet, person, mark, note);
          return mark.isEmpty()
              ? desk.clear(sheet.session(), person, by)
              : desk.mark(sheet.session(), person, mark.get(), note, by);
        },
        (CompletableFuture<Boolean> done) ->
            exchange.when(
                context,
                done,
                counted -> Map.of("session", id, "person", person, "done", counted)));
  }

  /**
   * A child is collected once it came, and not by whom it must not; it leaves alone once a guardian
   * signed for that; who came is neither excused nor looked for.
   */
  private static void checkKnown(Sheet sheet, long person, Optional<Mark> mark, String note) {
    Sheet.Row row =
        sheet.rows().stream()
            .filter(one -> one.person() == person)
            .findFirst()
            .orElseThrow(() -> new Refused(404, "unknown-person"));
    boolean came = row.cameMillis() > 0;
    boolean collected = mark.equals(Optional.of(Mark.COLLECTED));
    boolean alone = mark.equals(Optional.of(Mark.ALONE));
    boolean needsCome = collected || alone || mark.equals(Optional.of(Mark.LEFT));
    boolean needsAway =
        mark.equals(Optional.of(Mark.EXCUSED)) || mark.equals(Optional.of(Mark.CONTACTED));
    if ((needsCome && !came) || (needsAway && came)) {
      throw new Refused(409, came ? "has-come" : "has-not-come");
    }
    if (alone && !row.mayLeaveAlone()) {
      throw new Refused(409, "alone-not-signed");
    }
    for (Ban ban : row.bans()) {
      if (collected && note.contains(ban.who())) {
        throw new Refused(409, "must-not-collect", ban.who());
      }
    }
  }

  private static Mark mark(String word) {
    try {
      return Words.of(Mark.class, word);
    } catch (IllegalArgumentException unknown) {
      throw new Refused(400, "field-invalid", "mark");
    }
  }
}
