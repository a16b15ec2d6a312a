package io.jinlin.hub.api;

import io.jinlin.hub.access.Action;
import io.jinlin.hub.attendance.AttendanceDesk;
import io.jinlin.hub.attendance.PickupRecord;
import io.jinlin.hub.importing.CsvText;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Residents;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who brought and collected one child, when and by which card: as a page and as a table. */
final class PickupRecordRoutes {
  private static final int USUAL_DAYS = 30;
  private static final int MAX_DAYS = 400;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final List<String> HEAD =
      List.of("时间", "事项", "大人", "关系", "卡号后四位", "经办账号", "备注", "已撤销");
  private static final Map<String, String> WORDS =
      Map.of(
          "arrived", "到校",
          "left", "离开(刷卡)",
          "asked", "来接(刷卡,未放行)",
          "handed-over", "已交接",
          "excused", "请假",
          "contacted", "已联系家长",
          "collected", "已签字接走",
          "alone", "自行离校");
  private static final Map<String, String> RELATIONS =
      Map.of(
          "mother", "妈妈",
          "father", "爸爸",
          "grandmother", "奶奶/外婆",
          "grandfather", "爷爷/外公",
          "aunt", "阿姨",
          "uncle", "叔叔");

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final AccessNotes notes;
  private final AttendanceDesk desk;

  PickupRecordRoutes(Exchange exchange, Guard guard, Api.Parts parts, AccessNotes notes) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.notes = notes;
    this.desk = new AttendanceDesk(parts.database(), parts.ledger(), parts.places(), parts.clock());
  }

  void mount(Router router) {
    router
        .get("/api/collection/record")
        .handler(guard::signedIn)
        .handler(guard::mayChange)
        .handler(this::page);
    router
        .get("/api/collection/record.csv")
        .handler(guard::signedIn)
        .handler(guard::mayChange)
        .handler(this::table);
  }

  private record Asked(
      Person child, LocalDate from, LocalDate until, List<PickupRecord.Line> lines) {}

  private Asked asked(Query query) {
    int person = query.integer("person", 0, 1, Integer.MAX_VALUE);
    LocalDate until = query.day("until").orElseGet(desk::today);
    LocalDate from = query.day("from").orElseGet(() -> until.minusDays(USUAL_DAYS));
    if (from.isAfter(until) || ChronoUnit.DAYS.between(from, until) > MAX_DAYS) {
      throw new Refused(400, "field-invalid", "from");
    }
    Person child =
        parts
            .database()
            .read(db -> new Residents(db).find(person))
            .orElseThrow(() -> new Refused(404, "unknown-person"));
    return new Asked(child, from, until, desk.record(person, from, until));
  }

  private void page(RoutingContext context) {
    Query query = new Query(context.queryParams());
    exchange.work(
        context,
        () -> asked(query),
        asked -> {
          Map<String, Object> view = new LinkedHashMap<>();
          view.put("person", asked.child().id());
          view.put("name", asked.child().name());
          view.put("from", asked.from().toString());
          view.put("until", asked.until().toString());
          view.put("rows", asked.lines().stream().map(PickupRecordRoutes::row).toList());
          notes.answer(context, Action.COLLECTION_RECORD, List.of(asked.child().id()), view);
        });
  }

  /** A line of the record. */
  record RowView(
      long at,
      String what,
      String who,
      String relation,
      String card,
      String by,
      String note,
      boolean takenBack) {}

  private static RowView row(PickupRecord.Line line) {
    return new RowView(
        line.atMillis(),
        line.what(),
        line.who(),
        line.relation(),
        line.card(),
        line.by(),
        line.note(),
        line.takenBack());
  }

  private void table(RoutingContext context) {
    Query query = new Query(context.queryParams());
    exchange.work(
        context,
        () -> {
          Asked asked = asked(query);
          return new Made(asked, csv(asked.lines(), parts.places().site().zone()));
        },
        made ->
            notes.named(
                context,
                Action.COLLECTION_RECORD,
                List.of(made.asked().child().id()),
                () -> send(context, made)));
  }

  private record Made(Asked asked, byte[] file) {}

  private static void send(RoutingContext context, Made made) {
    String name = "pickup-" + made.asked().child().id() + "-" + made.asked().until() + ".csv";
    context
        .response()
        .putHeader("Content-Type", "text/csv; charset=utf-8")
        .putHeader("Content-Disposition", "attachment; filename=" + name)
        .putHeader("Cache-Control", "no-store")
        .end(Buffer.buffer(made.file()));
  }

  private static byte[] csv(List<PickupRecord.Line> lines, ZoneId zone) throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    for (PickupRecord.Line line : lines) {
      rows.add(
          List.of(
              TIME.format(Instant.ofEpochMilli(line.atMillis()).atZone(zone)),
              WORDS.getOrDefault(line.what(), line.what()),
              line.who(),
              RELATIONS.getOrDefault(line.relation(), line.relation()),
              line.card().equals("code") ? "临时代接码" : line.card(),
              line.by(),
              line.note().equals("present") ? "老师登记到校" : line.note(),
              line.takenBack() ? "是" : ""));
    }
    return CsvText.of(rows);
  }
}
