package io.jinlin.hub.api;

import io.jinlin.contract.event.Words;
import io.jinlin.hub.access.Access;
import io.jinlin.hub.access.AccessFilter;
import io.jinlin.hub.access.AccessLog;
import io.jinlin.hub.access.Action;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.residents.People;
import io.jinlin.hub.residents.PeopleSearch;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The access log for the director. */
final class AccessRoutes {
  /** Most people named in a row; the number tells that there are more. */
  static final int MAX_NAMED = 20;

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final KnownPeople people;
  private final AccessLog log;
  private final AccessNotes notes;

  AccessRoutes(Exchange exchange, Guard guard, Api.Parts parts, KnownPeople people, AccessLog log) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.people = people;
    this.log = log;
    this.notes = new AccessNotes(exchange, log);
  }

  void mount(Router router) {
    router
        .get("/api/access")
        .handler(guard::signedIn)
        .handler(Guard.only(Role.DIRECTOR))
        .handler(this::read);
  }

  /** Somebody an entry is about. */
  record Named(long person, String name) {}

  /** An entry. */
  record Row(String id, long at, String account, String action, int people, List<Named> persons) {}

  /** Entries; {@code next} is what to give as {@code after} for those after these. */
  record Page(List<Row> rows, @Nullable String next) {}

  private void read(RoutingContext context) {
    Query query = new Query(context.queryParams());
    ZoneId zone = parts.places().site().zone();
    LocalDate today = LocalDate.ofInstant(parts.clock().instant(), zone);
    LocalDate from = query.day("from").orElse(today.minusDays(30));
    LocalDate until = query.day("until").orElse(today).plusDays(1);
    int person = query.integer("person", 0, 0, Integer.MAX_VALUE);
    int limit = query.integer("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    AccessFilter filter =
        new AccessFilter(
            from.atStartOfDay(zone).toInstant().toEpochMilli(),
            until.atStartOfDay(zone).toInstant().toEpochMilli(),
            query.text("account"),
            query.word("action", Action.class),
            person == 0 ? OptionalLong.empty() : OptionalLong.of(person),
            query.text("after"),
            limit);
    exchange.work(
        context,
        () -> page(log.find(filter), limit),
        page -> notes.many(context, Action.LOG_READ, 0, () -> exchange.answer(context, page)));
  }

  private Page page(List<Access> found, int limit) {
    PeopleSearch known = people.get();
    List<Row> rows = new ArrayList<>();
    for (Access one : found) {
      Map<Long, Named> named = new LinkedHashMap<>();
      one.persons().stream().limit(MAX_NAMED).forEach(id -> named.put(id, named(known, id)));
      rows.add(
          new Row(
              one.id(),
              one.atMillis(),
              one.account(),
              Words.of(one.action()),
              one.people(),
              List.copyOf(named.values())));
    }
    Optional<String> next =
        rows.size() < limit ? Optional.empty() : Optional.of(rows.get(rows.size() - 1).id());
    return new Page(rows, next.orElse(null));
  }

  private static Named named(PeopleSearch known, long person) {
    return new Named(
        person, known.find(person).map(one -> one.person().name()).orElse(People.NOBODY));
  }
}
