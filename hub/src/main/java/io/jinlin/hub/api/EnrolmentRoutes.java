package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.hub.access.Action;
import io.jinlin.hub.register.EnrolmentDesk;
import io.jinlin.hub.register.EnrolmentList;
import io.jinlin.hub.residents.People;
import io.jinlin.hub.residents.PeopleSearch;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.timetable.Series;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is enrolled in a series, and who waits for a place. */
final class EnrolmentRoutes {
  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final KnownPeople people;
  private final EnrolmentDesk desk;
  private final AccessNotes notes;

  EnrolmentRoutes(
      Exchange exchange,
      Guard guard,
      Api.Parts parts,
      KnownPeople people,
      EnrolmentDesk desk,
      AccessNotes notes) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.people = people;
    this.desk = desk;
    this.notes = notes;
  }

  void mount(Router router) {
    router
        .get("/api/enrolments")
        .handler(guard::signedIn)
        .handler(guard::mayChange)
        .handler(this::list);
    for (String act : List.of("enrol", "leave")) {
      router
          .post("/api/enrolments/" + act)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(guard::mayChange);
    }
    router.post("/api/enrolments/enrol").handler(this::enrol);
    router.post("/api/enrolments/leave").handler(this::leave);
  }

  /** Somebody on a list; {@code from} is the first day, {@code since} when they began to wait. */
  record PersonRow(
      long person,
      String name,
      int age,
      @Nullable String address,
      @Nullable String from,
      @Nullable Long since) {}

  /** A series' list; {@code capacity} 0 for no limit. */
  record ListView(String series, int capacity, List<PersonRow> enrolled, List<PersonRow> waiting) {}

  /** What came of it: {@code enrolled} or {@code waiting}. */
  record EnrolledView(long person, String state) {}

  /** Whom the place went to; null for nobody. */
  record LeftView(long person, @Nullable String next) {}

  private void list(RoutingContext context) {
    String id = new Query(context.queryParams()).text("series").orElse("");
    exchange.work(
        context,
        () -> view(series(id)),
        view -> notes.answer(context, Action.ENROLMENT_LIST, persons(view), view));
  }

  /** A series without places of its own has those of its room. */
  private int capacity(Series series) {
    return series.capacity() > 0
        ? series.capacity()
        : parts.places().find(series.place()).map(Place::capacity).orElse(0);
  }

  private static List<Long> persons(ListView view) {
    List<Long> persons = new ArrayList<>();
    view.enrolled().forEach(row -> persons.add(row.person()));
    view.waiting().forEach(row -> persons.add(row.person()));
    return persons;
  }

  private Series series(String id) {
    return parts
        .timetable()
        .find(id)
        .orElseThrow(() -> new Refused(404, "unknown-series", Json.clip(id)));
  }

  private ListView view(Series series) {
    EnrolmentList list = desk.list(series.id());
    PeopleSearch known = people.get();
    return new ListView(
        series.id(),
        capacity(series),
        list.enrolled().stream()
            .map(one -> row(known, one.person(), one.from().toString(), null))
            .toList(),
        list.waiting().stream()
            .map(one -> row(known, one.person(), null, one.sinceMillis()))
            .toList());
  }

  private PersonRow row(
      PeopleSearch known, long person, @Nullable String from, @Nullable Long since) {
    Optional<PeopleSearch.Found> found = known.find(person);
    return new PersonRow(
        person,
        found.map(one -> one.person().name()).orElse(People.NOBODY),
        found.map(one -> one.person().age(today())).orElse(0),
        found.flatMap(PeopleSearch.Found::address).orElse(null),
        from,
        since);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(parts.clock().instant(), parts.places().site().zone());
  }

  /** Whom an account puts on the list of a series, or takes off it. */
  private record Asked(String series, long person, String account) {}

  private Asked asked(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    return new Asked(
        Json.text(body, "series"),
        Json.integer(body, "person", 1, Integer.MAX_VALUE),
        Guard.who(context).account());
  }

  private void enrol(RoutingContext context) {
    Asked asked = asked(context);
    long person = asked.person();
    exchange.work(
        context,
        () -> {
          Series series = series(asked.series());
          check(series, person);
          return desk.enrol(series.id(), capacity(series), person, asked.account());
        },
        answer -> {
          switch (answer) {
            case ALREADY -> throw new Refused(409, "enrolled-already");
            case TOO_MANY -> throw new Refused(409, "too-many-series");
            case ENROLLED, WAITING ->
                notes.answer(
                    context,
                    Action.ENROLLED,
                    List.of(person),
                    new EnrolledView(person, Words.of(answer)));
          }
        });
  }

  /** Somebody who is here; in the school's room a child. */
  private void check(Series series, long id) {
    Person person =
        people.get().find(id).orElseThrow(() -> new Refused(404, "unknown-person")).person();
    if (person.died().isPresent()) {
      throw new Refused(409, "file-closed");
    }
    boolean school =
        parts.places().find(series.place()).map(Place::service).stream()
            .anyMatch(service -> service == Service.SCHOOL);
    if (school && person.age(today()) >= Person.ADULT_YEARS) {
      throw new Refused(409, "not-a-child");
    }
  }

  private void leave(RoutingContext context) {
    Asked asked = asked(context);
    long person = asked.person();
    exchange.work(
        context,
        () -> {
          Series series = series(asked.series());
          return desk.leave(series.id(), capacity(series), person, asked.account())
              .map(next -> row(people.get(), next, null, null));
        },
        next -> {
          List<Long> about = new ArrayList<>(List.of(person));
          next.ifPresent(one -> about.add(one.person()));
          notes.answer(
              context,
              Action.ENROLLED,
              about,
              new LeftView(person, next.map(PersonRow::name).orElse(null)));
        });
  }
}
