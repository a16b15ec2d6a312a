package io.jinlin.hub.api;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.audit.Audit;
import io.jinlin.hub.audit.Finding;
import io.jinlin.hub.live.RowMaker;
import io.jinlin.hub.live.Snapshot;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The district's questions: flags, each with its events, and a sample drawn by a printed seed. */
final class AuditRoutes {
  private static final int DEFAULT_DAYS = 31;
  private static final int DEFAULT_SAMPLE = 20;
  private static final int SEED_CHARS = 8;
  private static final String SEED_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern SEED = Pattern.compile("[0-9A-Za-z-]{1,40}");

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final EventLabels labels;
  private final SecureRandom random = new SecureRandom();

  AuditRoutes(Exchange exchange, Guard guard, Api.Parts parts) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.labels = new EventLabels(parts.places());
  }

  void mount(Router router) {
    for (String path : List.of("/api/audit", "/api/audit/sample")) {
      router.get(path).handler(guard::signedIn).handler(Guard.only(Role.AUDITOR, Role.DIRECTOR));
    }
    router.get("/api/audit").handler(this::report);
    router.get("/api/audit/sample").handler(this::sample);
  }

  /** A finding as the page shows it. */
  record Row(String flag, String detail, long at, List<Snapshot.Row> events) {}

  /** A drawn event as the page shows it. */
  record DrawnRow(String digest, Snapshot.Row event, List<Snapshot.Row> others) {}

  private void report(RoutingContext context) {
    Audit.Days days = days(new Query(context.queryParams()));
    exchange.later(
        context,
        () ->
            parts
                .database()
                .read(
                    db -> {
                      RowMaker rows = rows(db);
                      Audit.Report report = new Audit(db, parts.places()).report(days);
                      Map<String, Object> answer = answer(days);
                      Map<String, Integer> counts = new LinkedHashMap<>();
                      report.counts().forEach((flag, n) -> counts.put(Words.of(flag), n));
                      answer.put("counts", counts);
                      answer.put(
                          "findings",
                          report.findings().stream().map(one -> row(one, rows)).toList());
                      return answer;
                    }),
        answer -> answer);
  }

  private static Row row(Finding finding, RowMaker rows) {
    return new Row(
        Words.of(finding.flag()),
        finding.detail(),
        finding.atMillis(),
        finding.events().stream().map(rows::row).toList());
  }

  private void sample(RoutingContext context) {
    Query query = new Query(context.queryParams());
    Audit.Days days = days(query);
    int count = query.integer("count", DEFAULT_SAMPLE, 1, Audit.MAX_SAMPLE);
    Optional<Occasion.Kind> kind = query.word("kind", Occasion.Kind.class);
    String seed = query.text("seed").orElseGet(this::seed);
    if (!SEED.matcher(seed).matches()) {
      throw new Refused(400, "field-invalid", "seed");
    }
    exchange.later(
        context,
        () ->
            parts
                .database()
                .read(
                    db -> {
                      RowMaker rows = rows(db);
                      Audit.Sample sample =
                          new Audit(db, parts.places()).sample(days, kind, seed, count);
                      Map<String, Object> answer = answer(days);
                      answer.put("seed", seed);
                      answer.put("kind", kind.map(Words::of).orElse(""));
                      answer.put("population", sample.population());
                      answer.put(
                          "drawn", sample.drawn().stream().map(one -> row(one, rows)).toList());
                      return answer;
                    }),
        answer -> answer);
  }

  private static DrawnRow row(Audit.Drawn drawn, RowMaker rows) {
    return new DrawnRow(
        drawn.digest(), rows.row(drawn.entry()), drawn.others().stream().map(rows::row).toList());
  }

  private static Map<String, Object> answer(Audit.Days days) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("from", days.from().toString());
    answer.put("until", days.until().toString());
    return answer;
  }

  private RowMaker rows(Connection db) {
    return new RowMaker(labels.of(db), parts.people(), parts.cards());
  }

  /** Eight characters that nobody chose; whoever wants to choose gives them. */
  private String seed() {
    StringBuilder seed = new StringBuilder();
    for (int i = 0; i < SEED_CHARS; i++) {
      seed.append(SEED_ALPHABET.charAt(random.nextInt(SEED_ALPHABET.length())));
    }
    return seed.toString();
  }

  private Audit.Days days(Query query) {
    LocalDate today = LocalDate.ofInstant(parts.clock().instant(), parts.places().site().zone());
    LocalDate until = query.day("until").orElse(today);
    LocalDate from = query.day("from").orElse(until.minusDays(DEFAULT_DAYS - 1L));
    if (until.isBefore(from)) {
      throw new Refused(400, "days-backwards", from + " – " + until);
    }
    if (from.isBefore(until.minusDays(Audit.MAX_DAYS - 1L))) {
      throw new Refused(400, "days-too-many", String.valueOf(Audit.MAX_DAYS));
    }
    return new Audit.Days(from, until);
  }
}
