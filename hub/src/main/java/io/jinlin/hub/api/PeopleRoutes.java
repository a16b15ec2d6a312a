package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.WordTable;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.access.Action;
import io.jinlin.hub.cards.Card;
import io.jinlin.hub.cards.Cards;
import io.jinlin.hub.register.Entry;
import io.jinlin.hub.register.Identity;
import io.jinlin.hub.register.Register;
import io.jinlin.hub.residents.Category;
import io.jinlin.hub.residents.PeopleSearch;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.PersonState;
import io.jinlin.hub.residents.Residents;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds people for those who may change something; names in full, so that homonyms are told apart.
 * What is searched for stands in the body: an address would be kept by browsers and proxies.
 */
final class PeopleRoutes {

  /** Most people in one answer. */
  static final int MAX_FOUND = 20;

  private static final int PHONE_SHOWN = 4;
  private static final int PHONE_HEAD = 3;

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final KnownPeople people;
  private final AccessNotes notes;

  PeopleRoutes(
      Exchange exchange, Guard guard, Api.Parts parts, KnownPeople people, AccessNotes notes) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.people = people;
    this.notes = notes;
  }

  void mount(Router router) {
    router
        .post("/api/people/search")
        .handler(guard::sameOrigin)
        .handler(guard::signedIn)
        .handler(guard::changing)
        .handler(guard::mayServe)
        .handler(this::search);
    router
        .post("/api/people/state")
        .handler(guard::sameOrigin)
        .handler(guard::signedIn)
        .handler(guard::changing)
        .handler(guard::mayChange)
        .handler(this::state);
    router
        .get("/api/people")
        .handler(guard::signedIn)
        .handler(guard::mayChange)
        .handler(this::person);
  }

  private void state(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    int id = Json.integer(body, "person", 1, Integer.MAX_VALUE);
    PersonState.State state =
        WordTable.of(PersonState.State.class)
            .find(Json.text(body, "state"))
            .orElseThrow(() -> new Refused(400, "field-invalid", "state"));
    LocalDate day = day(body, "day");
    LocalDate known = day(body, "known");
    if (known.isBefore(day) || known.isAfter(today())) {
      throw new Refused(400, "field-invalid", "known");
    }
    String account = Guard.who(context).account();
    long now = parts.clock().millis();
    exchange.work(
        context,
        () -> people.get().find(id),
        found -> {
          Person person = found.orElseThrow(() -> new Refused(404, "unknown-person")).person();
          if (day.isBefore(person.born())) {
            throw new Refused(400, "field-invalid", "day");
          }
          notes.changed(
              context,
              parts.personDesk().enter(new PersonState(id, state, day, known, now, account)),
              Action.STATE_ENTERED,
              entered -> List.of((long) id),
              entered -> Map.of("person", id, "state", Words.of(entered.state())));
        });
  }

  private static LocalDate day(ObjectNode body, String field) {
    try {
      return LocalDate.parse(Json.text(body, field));
    } catch (DateTimeParseException notADay) {
      throw new Refused(400, "field-invalid", field);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(parts.clock().instant(), parts.places().site().zone());
  }

  /** Whether somebody was here, since when, and how that was heard of. */
  record StateRow(String state, String day, String known, long at, String account) {}

  /** A category; {@code until} is the day after its last. */
  record CategoryRow(String kind, String from, @Nullable String until) {}

  /** Somebody of the same household. */
  record Member(long person, String name, int age, boolean closed) {}

  /** What the register says of a person besides. */
  record File(
      @Nullable String number,
      @Nullable String identityEnd,
      @Nullable String lunar,
      List<StateRow> states,
      List<CategoryRow> categories,
      List<Member> household) {}

  private File file(Connection db, Person person) throws SQLException {
    Residents residents = new Residents(db);
    Optional<Entry> entry = new Register(db).find(person.id(), today());
    List<Person> home =
        person.household().isPresent()
            ? residents.household(person.household().getAsLong())
            : List.of();
    return new File(
        entry.flatMap(Entry::number).orElse(null),
        entry.flatMap(Entry::identity).map(Identity::end).orElse(null),
        entry.flatMap(Entry::lunar).orElse(null),
        residents.states(person.id()).stream().map(PeopleRoutes::row).toList(),
        residents.categories(person.id()).stream().map(PeopleRoutes::row).toList(),
        home.stream().filter(one -> one.id() != person.id()).map(this::member).toList());
  }

  private static StateRow row(PersonState state) {
    return new StateRow(
        Words.of(state.state()),
        state.day().toString(),
        state.known().toString(),
        state.atMillis(),
        state.account());
  }

  private static CategoryRow row(Category category) {
    return new CategoryRow(
        Words.of(category.kind()),
        category.from().toString(),
        category.until().map(LocalDate::toString).orElse(null));
  }

  private Member member(Person one) {
    return new Member(one.id(), one.name(), one.age(today()), one.died().isPresent());
  }

  /** Somebody in a list; {@code phone} is masked. */
  record Row(
      long person,
      String name,
      String sex,
      int born,
      int age,
      @Nullable String address,
      @Nullable String phone,
      boolean closed) {}

  /** A card; {@code reason} an identifier or staff's words. */
  record CardRow(
      String ref, String number, long issued, @Nullable Long revoked, @Nullable String reason) {}

  private void search(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String text = Json.text(body, "text");
    if (text.length() > PeopleSearch.MAX_TEXT_LENGTH) {
      throw new Refused(400, "field-invalid", "text");
    }
    exchange.work(
        context,
        () -> found(text),
        found -> {
          List<Row> rows = found.stream().limit(MAX_FOUND).map(this::row).toList();
          notes.answer(
              context,
              Action.SEARCHED,
              rows.stream().map(Row::person).toList(),
              Map.of("rows", rows, "more", found.size() > MAX_FOUND));
        });
  }

  /** Whoever's card has this number stands first. */
  private List<PeopleSearch.Found> found(String text) {
    List<PeopleSearch.Found> found = new ArrayList<>(people.get().find(text, MAX_FOUND + 1));
    String number = text.strip().toUpperCase(Locale.ROOT);
    OptionalLong holder = parts.database().read(db -> new Cards(db).personOf(number));
    if (holder.isPresent()) {
      found.removeIf(one -> one.person().id() == holder.getAsLong());
      people.get().find(holder.getAsLong()).ifPresent(one -> found.add(0, one));
    }
    return found;
  }

  private void person(RoutingContext context) {
    int id = new Query(context.queryParams()).integer("person", 0, 1, Integer.MAX_VALUE);
    exchange.work(
        context,
        () -> {
          PeopleSearch.Found found =
              people.get().find(id).orElseThrow(() -> new Refused(404, "unknown-person"));
          List<CardRow> cards = parts.database().read(db -> cards(new Cards(db), id));
          File file = parts.database().read(db -> file(db, found.person()));
          return new PersonView(row(found), cards, file);
        },
        answer -> notes.answer(context, Action.LOOKED, seen(id, answer.file()), answer));
  }

  /** A person with their cards and what else there is. */
  record PersonView(Row person, List<CardRow> cards, File file) {}

  /** Those of the household are named as well. */
  private static List<Long> seen(long person, File file) {
    List<Long> seen = new ArrayList<>(List.of(person));
    file.household().forEach(member -> seen.add(member.person()));
    return seen;
  }

  private static List<CardRow> cards(Cards cards, long person) throws SQLException {
    Map<CardRef, String> reasons = cards.reasons(person);
    List<CardRow> rows = new ArrayList<>();
    for (Card card : cards.of(person)) {
      OptionalLong dead = card.revokedMillis();
      rows.add(
          0,
          new CardRow(
              card.keys().ref().text(),
              card.number(),
              card.issuedMillis(),
              dead.isPresent() ? dead.getAsLong() : null,
              reasons.get(card.keys().ref())));
    }
    return rows;
  }

  private Row row(PeopleSearch.Found found) {
    Person person = found.person();
    return new Row(
        person.id(),
        person.name(),
        Words.of(person.sex()),
        person.born().getYear(),
        person.age(today()),
        found.address().orElse(null),
        person.phone().flatMap(PeopleRoutes::masked).orElse(null),
        person.died().isPresent());
  }

  /** {@code 138****1234}. */
  private static Optional<String> masked(String phone) {
    return phone.length() <= PHONE_HEAD + PHONE_SHOWN
        ? Optional.empty()
        : Optional.of(
            phone.substring(0, PHONE_HEAD)
                + "****"
                + phone.substring(phone.length() - PHONE_SHOWN));
  }
}
