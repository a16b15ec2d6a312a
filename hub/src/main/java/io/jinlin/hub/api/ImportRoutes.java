package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.WordTable;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.access.Action;
import io.jinlin.hub.importing.Field;
import io.jinlin.hub.importing.ImportDesk;
import io.jinlin.hub.importing.ImportRefused;
import io.jinlin.hub.importing.Remark;
import io.jinlin.hub.live.Text;
import io.jinlin.hub.register.Import;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists of residents as files, in and out. */
final class ImportRoutes {
  private static final String UPLOAD = "/api/imports/file";
  private static final String NAME = "X-File-Name";
  private static final int MAX_NAME_LENGTH = 600;
  private static final int MAX_COLUMNS = 100;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final AccessNotes notes;
  private final Catalogue words = new Catalogue("imports");

  ImportRoutes(Exchange exchange, Guard guard, Api.Parts parts, AccessNotes notes) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.notes = notes;
  }

  /** Before the body of other requests is bounded; who may not send a file sends it in vain. */
  void mountFile(Router router) {
    router
        .post(UPLOAD)
        .handler(guard::sameOrigin)
        .handler(guard::signedIn)
        .handler(guard::changing)
        .handler(guard::mayChange);
    BodyHandler body = BodyHandler.create(false).setBodyLimit(ImportDesk.MAX_FILE_BYTES);
    router.post(UPLOAD).handler(body);
    router.post(UPLOAD).handler(this::open);
  }

  void mount(Router router) {
    for (String path : List.of("/api/imports/check", "/api/imports/begin", "/api/imports/undo")) {
      router
          .post(path)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(guard::mayChange);
    }
    router.post("/api/imports/check").handler(this::check);
    router.post("/api/imports/begin").handler(this::begin);
    router.post("/api/imports/undo").handler(this::undo);
    router
        .get("/api/imports")
        .handler(guard::signedIn)
        .handler(guard::mayChange)
        .handler(this::list);
    router
        .get("/api/people/export")
        .handler(guard::signedIn)
        .handler(guard::mayChange)
        .handler(this::export);
  }

  /** A column as the page shows it. */
  record ColumnView(String header, @Nullable String field, List<String> samples) {}

  /** A field that a column can be. */
  record FieldView(String id, String header) {}

  /** A remark in words. */
  record RemarkView(int line, String column, String level, String code, String zh, String en) {}

  /** An import that was done. */
  record ImportView(
      String id,
      long at,
      String account,
      String file,
      int created,
      int changed,
      @Nullable Long undone,
      @Nullable String undoneBy) {}

  private interface Work<T> {
    T run() throws ImportRefused;
  }

  private static <T> T taken(Work<T> work) {
    try {
      return work.run();
    } catch (ImportRefused e) {
      int status = e.code().equals("import-running") ? 409 : 422;
      throw new Refused(status, e.code(), e.detail());
    }
  }

  private void open(RoutingContext context) {
    Buffer body = context.body().buffer();
    if (body == null || body.length() == 0) {
      throw new Refused(422, "import-empty");
    }
    String account = Guard.who(context).account();
    String name = name(context);
    exchange.later(
        context,
        () -> taken(() -> parts.importDesk().open(account, name, body.getBytes())),
        this::view);
  }

  private static String name(RoutingContext context) {
    String given = context.request().getHeader(NAME);
    if (given == null || given.length() > MAX_NAME_LENGTH) {
      throw new Refused(400, "field-invalid", NAME);
    }
    try {
      return URLDecoder.decode(given, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refused(400, "field-invalid", NAME);
    }
  }

  private Object view(ImportDesk.Preview preview) {
    List<ColumnView> columns =
        preview.columns().stream()
            .map(
                column ->
                    new ColumnView(
                        column.header(),
                        column.field().map(Words::of).orElse(null),
                        column.samples()))
            .toList();
    List<FieldView> fields =
        Arrays.stream(Field.values())
            .map(field -> new FieldView(Words.of(field), field.header()))
            .toList();
    return Map.of(
        "draft", preview.draft(),
        "file", preview.file(),
        "sheet", preview.sheet(),
        "encoding", preview.encoding(),
        "otherSheets", preview.otherSheets(),
        "headerLine", preview.headerLine(),
        "lines", preview.lines(),
        "columns", columns,
        "fields", fields);
  }

  private void check(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String draft = Json.text(body, "draft");
    List<Optional<Field>> columns = columns(body);
    String account = Guard.who(context).account();
    exchange.work(
        context,
        () -> taken(() -> parts.importDesk().check(account, draft, columns)),
        check ->
            notes.many(
                context,
                Action.LIST_CHECKED,
                check.changed() + check.same(),
                () -> exchange.answer(context, view(check))));
  }

  private Object view(ImportDesk.Check check) {
    return Map.of(
        "lines", check.lines(),
        "created", check.created(),
        "changed", check.changed(),
        "same", check.same(),
        "households", check.households(),
        "failedLines", check.failedLines(),
        "warnings", check.warnings(),
        "remarks", check.remarks().stream().map(this::view).toList());
  }

  private RemarkView view(Remark remark) {
    Text text = words.words(remark.code(), remark.detail());
    return new RemarkView(
        remark.line(),
        remark.column(),
        Words.of(remark.level()),
        remark.code(),
        text.zh(),
        text.en());
  }

  private static List<Optional<Field>> columns(ObjectNode body) {
    JsonNode given = body.path("columns");
    if (!given.isArray() || given.size() > MAX_COLUMNS) {
      throw new Refused(400, "field-invalid", "columns");
    }
    List<Optional<Field>> columns = new ArrayList<>();
    for (JsonNode one : given) {
      Optional<Field> field = WordTable.of(Field.class).find(one.asText());
      if (!one.isNull() && field.isEmpty()) {
        throw new Refused(400, "field-invalid", "columns");
      }
      columns.add(field);
    }
    return columns;
  }

  private void begin(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String draft = Json.text(body, "draft");
    List<Optional<Field>> columns = columns(body);
    boolean skip = Json.flag(body, "skip");
    String account = Guard.who(context).account();
    exchange.work(
        context,
        () -> taken(() -> parts.importDesk().begin(account, draft, columns, skip)),
        begun ->
            notes.many(
                context,
                Action.LIST_IMPORTED,
                begun.people(),
                () -> exchange.answer(context, Map.of("import", begun.id()))));
  }

  private void undo(RoutingContext context) {
    String id = Json.text(exchange.body(context), "import");
    String account = Guard.who(context).account();
    exchange.work(
        context,
        () -> taken(() -> parts.importDesk().undo(account, id)),
        begun ->
            notes.many(
                context,
                Action.LIST_TAKEN_BACK,
                begun.people(),
                () -> exchange.answer(context, Map.of("import", begun.id()))));
  }

  /** How far one is; {@code state} is {@code running}, {@code done} or {@code failed}. */
  record ProgressView(String id, String file, String state, int done, int total) {}

  /** All that the page shows of imports; {@code running} is the last since the hub's start. */
  record Imports(@Nullable ProgressView progress, List<ImportView> imports) {}

  private void list(RoutingContext context) {
    exchange.later(
        context,
        () -> parts.importDesk().imports(),
        imports ->
            new Imports(
                parts.importDesk().progress().map(ImportRoutes::view).orElse(null),
                imports.stream().map(ImportRoutes::view).toList()));
  }

  private static ProgressView view(ImportDesk.Progress now) {
    return new ProgressView(now.id(), now.file(), Words.of(now.state()), now.done(), now.total());
  }

  private static ImportView view(Import one) {
    return new ImportView(
        one.id(),
        one.atMillis(),
        one.account(),
        one.file(),
        one.created(),
        one.changed(),
        one.undoneMillis().isPresent() ? one.undoneMillis().getAsLong() : null,
        one.undoneBy().orElse(null));
  }

  private void export(RoutingContext context) {
    String format = new Query(context.queryParams()).text("format").orElse("xlsx");
    if (!List.of("xlsx", "csv").contains(format)) {
      throw new Refused(400, "field-invalid", "format");
    }
    boolean workbook = format.equals("xlsx");
    LocalDate day = LocalDate.ofInstant(parts.clock().instant(), parts.places().site().zone());
    exchange.work(
        context,
        () -> parts.importDesk().export(workbook),
        file ->
            notes.many(
                context,
                Action.LIST_EXPORTED,
                parts.people().size(),
                () -> send(context, file, workbook, "residents-" + day + "." + format)));
  }

  private static void send(RoutingContext context, byte[] file, boolean workbook, String name) {
    context
        .response()
        .putHeader("Content-Type", workbook ? XLSX : "text/csv; charset=utf-8")
        .putHeader("Content-Disposition", "attachment; filename=" + name)
        .putHeader("Cache-Control", "no-store")
        .end(Buffer.buffer(file));
  }
}
