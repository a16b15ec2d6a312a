package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.access.Action;
import io.jinlin.hub.cards.Card;
import io.jinlin.hub.cards.Cards;
import io.jinlin.hub.residents.PeopleSearch;
import io.jinlin.hub.residents.Person;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.sql.SQLException;
import java.time.LocalDate;
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
        .get("/api/people")
        .handler(guard::signedIn)
        .handler(guard::mayChange)
        .handler(this::person);
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
          return Map.of("person", row(found), "cards", cards);
        },
        answer -> notes.answer(context, Action.LOOKED, List.of((long) id), answer));
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
    LocalDate today = LocalDate.ofInstant(parts.clock().instant(), parts.places().site().zone());
    return new Row(
        person.id(),
        person.name(),
        Words.of(person.sex()),
        person.born().getYear(),
        person.age(today),
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
