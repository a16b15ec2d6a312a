package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Check;
import io.jinlin.contract.page.Place;
import io.jinlin.hub.timetable.Change;
import io.jinlin.hub.timetable.InvalidTimetable;
import io.jinlin.hub.timetable.Series;
import io.jinlin.hub.timetable.TimetableCodec;
import io.jinlin.hub.timetable.TimetableDesk;
import io.jinlin.hub.timetable.Upload;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The timetable: looked at by everybody who signed in, changed by staff. */
final class TimetableRoutes {
  private static final int MAX_DAYS = 400;
  private static final int MAX_ROWS = 200;
  private static final String DEFAULT_CATEGORY = "class";

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final TimetableDesk desk;
  private final Catalogue words = new Catalogue("problems");

  TimetableRoutes(Exchange exchange, Guard guard, Api.Parts parts) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.desk = parts.timetable();
  }

  /** Before the bound of other bodies: a file may be larger. Who may not, sends none. */
  void mountUpload(Router router) {
    BodyHandler whole = BodyHandler.create(false).setBodyLimit(Upload.MAX_BYTES);
    router
        .post("/api/timetable/import")
        .handler(guard::sameOrigin)
        .handler(guard::signedIn)
        .handler(guard::changing)
        .handler(guard::mayChange)
        .handler(context -> whole.handle(context))
        .handler(this::upload);
  }

  void mount(Router router) {
    for (String path : List.of("series", "series/end", "date", "date/restore", "calendar")) {
      router
          .post("/api/timetable/" + path)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(guard::mayChange);
    }
    router.get("/api/timetable").handler(guard::signedIn).handler(this::days);
    router.get("/api/timetable/series").handler(guard::signedIn).handler(this::series);
    router.get("/api/timetable/export.ics").handler(guard::signedIn).handler(this::calendarFile);
    router.get("/api/timetable/export.xlsx").handler(guard::signedIn).handler(this::sheetFile);
    router.post("/api/timetable/series").handler(this::put);
    router.post("/api/timetable/series/end").handler(this::end);
    router.post("/api/timetable/date").handler(this::change);
    router.post("/api/timetable/date/restore").handler(this::restore);
    router.post("/api/timetable/calendar").handler(this::setCalendar);
  }

  /** Days from the first up to, but not on, the last. */
  private record Span(LocalDate first, LocalDate last) {}

  private Span span(RoutingContext context, int days) {
    Query query = new Query(context.queryParams());
    LocalDate first = query.day("from").orElseGet(desk::today);
    LocalDate last = query.day("until").orElseGet(() -> first.plusDays(days));
    if (!last.isAfter(first) || last.isAfter(first.plusDays(MAX_DAYS))) {
      throw new Refused(400, "field-invalid", "until");
    }
    return new Span(first, last);
  }

  private void days(RoutingContext context) {
    Span span = span(context, 7);
    exchange.later(
        context,
        () -> desk.days(span.first(), span.last()),
        days -> TimetableViews.days(days, parts.places()));
  }

  private void series(RoutingContext context) {
    String text = new Query(context.queryParams()).text("q").orElse("");
    exchange.later(
        context,
        () -> desk.series(text.strip(), MAX_ROWS + 1),
        found -> TimetableViews.series(found, MAX_ROWS));
  }

  private void calendarFile(RoutingContext context) {
    Span span = span(context, MAX_DAYS);
    exchange.work(
        context,
        () -> Buffer.buffer(desk.calendarFile(span.first(), span.last(), this::nameOf)),
        file -> send(context, file, "text/calendar; charset=utf-8", "timetable.ics"));
  }

  private void sheetFile(RoutingContext context) {
    Span span = span(context, MAX_DAYS);
    exchange.work(
        context,
        () -> Buffer.buffer(desk.sheetFile(span.first(), span.last(), this::nameOf)),
        file ->
            send(
                context,
                file,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "timetable.xlsx"));
  }

  private static void send(RoutingContext context, Buffer file, String type, String name) {
    context
        .response()
        .putHeader("Content-Type", type)
        .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .putHeader("Cache-Control", "no-store")
        .end(file);
  }

  private String nameOf(String place) {
    return parts.places().find(place).map(Place::name).orElse(place);
  }

  private void put(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Optional<String> given = Json.optionalText(body, "id").filter(id -> !id.isEmpty());
    String id = given.orElseGet(desk::newId);
    Series series = checked(() -> TimetableCodec.series(body, checkedId(id)));
    checkPlace(series.place());
    exchange.work(
        context,
        () -> given.isEmpty() || desk.find(id).isPresent(),
        known -> {
          if (!known) {
            throw new Refused(404, "unknown-series");
          }
          done(context, id, "", desk.put(series, by(context)));
        });
  }

  private void end(RoutingContext context) {
    String id = checkedId(Json.text(exchange.body(context), "series"));
    existing(
        context,
        id,
        series -> exchange.when(context, desk.end(id, by(context)), none -> Map.of("series", id)));
  }

  private void change(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String id = checkedId(Json.text(body, "series"));
    LocalDate date = date(body);
    Change change = checked(() -> TimetableCodec.change(body.path("change")));
    if (change instanceof Change.Held held) {
      held.place().ifPresent(this::checkPlace);
      notPast(held.day());
    }
    existing(
        context,
        id,
        series -> {
          if (change instanceof Change.Cancelled && series.rule().on(date).isEmpty()) {
            throw new Refused(409, "timetable-no-such-date", date.toString());
          }
          done(context, id, id + "-" + date, desk.change(id, date, change, by(context)));
        });
  }

  private void restore(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String id = checkedId(Json.text(body, "series"));
    LocalDate date = date(body);
    existing(
        context,
        id,
        series -> done(context, id, id + "-" + date, desk.restore(id, date, by(context))));
  }

  private void setCalendar(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    var calendar = checked(() -> TimetableCodec.calendar(body));
    exchange.when(
        context, desk.set(calendar, by(context)), none -> TimetableViews.calendar(calendar));
  }

  private void upload(RoutingContext context) {
    Query query = new Query(context.queryParams());
    boolean take = query.text("take").isPresent();
    Optional<String> place = query.text("place");
    place.ifPresent(this::checkPlace);
    String category = query.text("category").orElse(DEFAULT_CATEGORY);
    if (!Series.CATEGORIES.contains(category)) {
      throw new Refused(400, "timetable-category", category);
    }
    Buffer body = context.body().buffer();
    if (body == null || body.length() == 0) {
      throw new Refused(400, "timetable-no-events", "");
    }
    Upload.Defaults defaults = new Upload.Defaults(parts.places().places(), place, category);
    exchange.work(
        context,
        () -> desk.read(body.getBytes(), defaults),
        upload -> {
          if (!take || !upload.troubles().isEmpty()) {
            exchange.answer(context, TimetableViews.upload(upload, false, words));
            return;
          }
          exchange.when(
              context,
              desk.take(upload, by(context)),
              none -> TimetableViews.upload(upload, true, words));
        });
  }

  private void existing(RoutingContext context, String id, Consumer<Series> then) {
    exchange.work(
        context,
        () -> desk.find(id),
        series -> then.accept(series.orElseThrow(() -> new Refused(404, "unknown-series"))));
  }

  /** Answers a change with what it now clashes with. */
  private void done(
      RoutingContext context, String series, String session, CompletableFuture<Void> change) {
    Executor mayWait =
        work ->
            context
                .vertx()
                .executeBlocking(
                    () -> {
                      work.run();
                      return true;
                    });
    exchange.when(
        context,
        change.thenApplyAsync(none -> desk.clashes(series, session), mayWait),
        clashes -> TimetableViews.clashes(series, clashes));
  }

  private void checkPlace(String place) {
    if (parts.places().find(place).isEmpty()) {
      throw new Refused(400, "unknown-place", place);
    }
  }

  private void notPast(LocalDate date) {
    if (date.isBefore(desk.today())) {
      throw new Refused(409, "timetable-past", date.toString());
    }
  }

  private LocalDate date(ObjectNode body) {
    try {
      LocalDate date = LocalDate.parse(Json.text(body, "date"));
      notPast(date);
      return date;
    } catch (DateTimeException notADay) {
      throw new Refused(400, "field-invalid", "date");
    }
  }

  private static String checkedId(String id) {
    if (!Check.isId(id)) {
      throw new Refused(400, "field-invalid", "series");
    }
    return id;
  }

  private static <T> T checked(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidTimetable invalid) {
      throw new Refused(400, "timetable-" + invalid.code(), invalid.detail());
    } catch (IllegalArgumentException invalid) {
      throw new Refused(400, "field-invalid", String.valueOf(invalid.getMessage()));
    }
  }

  private static String by(RoutingContext context) {
    return Guard.who(context).account();
  }
}
