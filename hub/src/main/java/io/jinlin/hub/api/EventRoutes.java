package io.jinlin.hub.api;

import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Outcome;
import io.jinlin.hub.live.Entries;
import io.jinlin.hub.live.RowMaker;
import io.jinlin.hub.live.Snapshot;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events behind every figure, and those that wait for somebody to look at them. */
final class EventRoutes {

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_REVIEW = 500;

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final EventLabels labels;

  EventRoutes(Exchange exchange, Guard guard, Api.Parts parts) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.labels = new EventLabels(parts.places());
  }

  void mount(Router router) {
    router.get("/api/events").handler(guard::signedIn).handler(this::events);
    router.get("/api/review").handler(guard::signedIn).handler(this::review);
  }

  /** An answer; {@code next} is what to give as {@code before} for the rows after these. */
  record Page(List<Snapshot.Row> rows, @Nullable String next) {}

  private void events(RoutingContext context) {
    Query query = new Query(context.queryParams());
    Query.Span span = query.span(parts.places().site().zone(), parts.clock().instant());
    int limit = query.integer("limit", DEFAULT_LIMIT, 1, Entries.MAX_LIMIT);
    Entries.Filter filter =
        new Entries.Filter(
            span.fromMillis(),
            span.untilMillis(),
            query.occasion("occasion").map(Object::toString),
            query.text("place"),
            query.text("device"),
            query.word("type", FactType.class),
            query.word("outcome", Outcome.class),
            query.cursor("before"));
    exchange.later(
        context, () -> parts.database().read(db -> page(db, filter, limit)), page -> page);
  }

  private Page page(Connection db, Entries.Filter filter, int limit) throws SQLException {
    Entries.Found found = new Entries(db).find(filter, limit);
    RowMaker rows = new RowMaker(labels.of(db), parts.people(), parts.cards());
    return new Page(
        found.entries().stream().map(rows::row).toList(),
        found.next().map(Entries.Cursor::text).orElse(null));
  }

  private void review(RoutingContext context) {
    int limit = new Query(context.queryParams()).integer("limit", DEFAULT_LIMIT, 1, MAX_REVIEW);
    exchange.later(
        context,
        () -> parts.database().read(db -> new ReviewList(db).newest(limit)),
        rows -> {
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put("rows", rows);
          return answer;
        });
  }
}
