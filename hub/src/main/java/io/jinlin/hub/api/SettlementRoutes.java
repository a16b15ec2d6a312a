package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.access.Action;
import io.jinlin.hub.residents.PeopleSearch;
import io.jinlin.hub.settlement.Account;
import io.jinlin.hub.settlement.Deed;
import io.jinlin.hub.settlement.Settlement;
import io.jinlin.hub.settlement.Tariff;
import io.jinlin.hub.settlement.TariffCodec;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Accounts, payments, cash-up and tariff: for the hall desk, and for nobody near the line. */
final class SettlementRoutes {
  private static final int MAX_ROWS = 500;

  private final Exchange exchange;
  private final Guard guard;
  private final KnownPeople people;
  private final Settlement settlement;
  private final AccessNotes notes;

  SettlementRoutes(
      Exchange exchange,
      Guard guard,
      KnownPeople people,
      Settlement settlement,
      AccessNotes notes) {
    this.exchange = exchange;
    this.guard = guard;
    this.people = people;
    this.settlement = settlement;
    this.notes = notes;
  }

  void mount(Router router) {
    for (String path : List.of("payment", "payment/void", "cash-up", "tariff")) {
      router
          .post("/api/settlement/" + path)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(guard::mayChange);
    }
    // A search, and so posted as that of people is: an address would be kept by browsers.
    router
        .post("/api/settlement/accounts")
        .handler(guard::sameOrigin)
        .handler(guard::signedIn)
        .handler(guard::changing)
        .handler(guard::seesMoney)
        .handler(this::accounts);
    for (String path : List.of("account", "day", "month", "tariff")) {
      router.get("/api/settlement/" + path).handler(guard::signedIn).handler(guard::seesMoney);
    }
    router.get("/api/settlement/account").handler(this::account);
    router.get("/api/settlement/day").handler(this::day);
    router.get("/api/settlement/month").handler(this::month);
    router.get("/api/settlement/tariff").handler(this::tariff);
    router.post("/api/settlement/payment").handler(this::pay);
    router.post("/api/settlement/payment/void").handler(this::takeBack);
    router.post("/api/settlement/cash-up").handler(this::cashUp);
    router.post("/api/settlement/tariff").handler(this::setTariff);
  }

  private void accounts(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String text = Json.text(body, "text").strip();
    boolean owing = Json.flag(body, "owing");
    if (text.length() > PeopleSearch.MAX_TEXT_LENGTH) {
      throw new Refused(400, "field-invalid", "text");
    }
    exchange.work(
        context,
        () -> {
          Optional<Set<Long>> found = text.isEmpty() ? Optional.empty() : Optional.of(found(text));
          return SettlementViews.accounts(
              settlement.balances().stream()
                  .filter(balance -> !owing || balance.owedFen() != 0)
                  .filter(balance -> found.isEmpty() || found.get().contains(balance.person()))
                  .toList(),
              people.get(),
              MAX_ROWS);
        },
        view -> notes.answer(context, Action.ACCOUNTS, persons(view.path("rows")), view));
  }

  private Set<Long> found(String text) {
    return people.get().find(text, Integer.MAX_VALUE).stream()
        .map(one -> one.person().id())
        .collect(Collectors.toSet());
  }

  private void account(RoutingContext context) {
    int person = new Query(context.queryParams()).integer("person", 0, 1, Integer.MAX_VALUE);
    exchange.work(
        context,
        () -> {
          PeopleSearch.Found holder =
              people.get().find(person).orElseThrow(() -> new Refused(404, "unknown-person"));
          return SettlementViews.account(holder, settlement.account(person));
        },
        view -> notes.answer(context, Action.ACCOUNT, List.of((long) person), view));
  }

  private void day(RoutingContext context) {
    LocalDate day = new Query(context.queryParams()).day("day").orElseGet(settlement::today);
    exchange.work(
        context,
        () -> SettlementViews.day(settlement.day(day), people.get()),
        view -> notes.answer(context, Action.PAYMENTS, persons(view.path("payments")), view));
  }

  /** Whose rows these are. */
  private static List<Long> persons(JsonNode rows) {
    Set<Long> persons = new TreeSet<>();
    rows.forEach(row -> persons.add(row.path("person").asLong()));
    return List.copyOf(persons);
  }

  private void month(RoutingContext context) {
    Optional<String> text = new Query(context.queryParams()).text("month");
    YearMonth month;
    try {
      month = text.map(YearMonth::parse).orElseGet(() -> YearMonth.from(settlement.today()));
    } catch (DateTimeException notAMonth) {
      throw new Refused(400, "field-invalid", "month");
    }
    exchange.later(context, () -> settlement.month(month), SettlementViews::month);
  }

  private void tariff(RoutingContext context) {
    LocalDate day = new Query(context.queryParams()).day("day").orElseGet(settlement::today);
    exchange.later(context, () -> settlement.tariff(day), TariffCodec::encode);
  }

  private void pay(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    int person = Json.integer(body, "person", 1, Integer.MAX_VALUE);
    int fen = Json.integer(body, "fen", -Deed.MAX_FEN, Deed.MAX_FEN);
    Deed.Method method = method(Json.text(body, "method"));
    String note = note(body, "note");
    if (fen == 0) {
      throw new Refused(400, "field-invalid", "fen");
    }
    exchange.work(
        context,
        () -> people.get().find(person),
        holder -> {
          if (holder.isEmpty()) {
            throw new Refused(404, "unknown-person");
          }
          notes.changed(
              context,
              settlement.pay(person, fen, method, by(context), note),
              Action.PAID,
              payment -> List.of((long) person),
              payment -> Map.of("receipt", payment.receipt(), "at", payment.atMillis()));
        });
  }

  private void takeBack(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String receipt = Json.text(body, "receipt");
    String reason = note(body, "reason");
    if (reason.isBlank()) {
      throw new Refused(400, "field-missing", "reason");
    }
    exchange.work(
        context,
        () -> settlement.find(receipt),
        found -> {
          Account.Paid paid = found.orElseThrow(() -> new Refused(404, "unknown-receipt"));
          if (paid.voided().isPresent()) {
            throw new Refused(409, "already-voided");
          }
          if (!paid.payment().day().equals(settlement.today())) {
            throw new Refused(409, "receipt-of-another-day");
          }
          notes.changed(
              context,
              settlement.takeBack(receipt, by(context), reason),
              Action.PAID,
              none -> List.of(paid.payment().person()),
              none -> Map.of("receipt", receipt));
        });
  }

  private void cashUp(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    int counted = Json.integer(body, "countedFen", 0, Deed.MAX_FEN);
    String note = note(body, "note");
    LocalDate today = settlement.today();
    exchange.work(
        context,
        () -> settlement.cashUp(today, counted, by(context), note),
        future -> exchange.when(context, future, SettlementViews::cashUp));
  }

  private void setTariff(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    LocalDate from;
    Tariff tariff;
    try {
      from = LocalDate.parse(Json.text(body, "validFrom"));
      tariff = TariffCodec.decode(body.path("tariff"));
    } catch (DateTimeException notADay) {
      throw new Refused(400, "field-invalid", "validFrom");
    } catch (IllegalArgumentException wrong) {
      throw new Refused(400, "tariff-invalid", String.valueOf(wrong.getMessage()));
    }
    exchange.when(
        context,
        settlement.setTariff(from, tariff, by(context)),
        none -> Map.of("validFrom", from.toString()));
  }

  private static Deed.Method method(String word) {
    try {
      return Words.of(Deed.Method.class, word);
    } catch (IllegalArgumentException unknown) {
      throw new Refused(400, "field-invalid", "method");
    }
  }

  private static String note(ObjectNode body, String field) {
    JsonNode node = body.path(field);
    String text = node.isTextual() ? node.textValue().strip() : "";
    if (text.length() > Deed.MAX_NOTE_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
      throw new Refused(400, "field-invalid", field);
    }
    return text;
  }

  private static String by(RoutingContext context) {
    return Guard.who(context).account();
  }
}
