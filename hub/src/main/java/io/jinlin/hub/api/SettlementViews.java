package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.residents.People;
import io.jinlin.hub.residents.PeopleSearch;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.settlement.Account;
import io.jinlin.hub.settlement.Balance;
import io.jinlin.hub.settlement.DayBook;
import io.jinlin.hub.settlement.Deed;
import io.jinlin.hub.settlement.MonthTotals;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What the hall desk's page is told; every amount in whole fen. */
final class SettlementViews {
  private static final int PHONE_END = 4;

  private SettlementViews() {}

  /** The largest debts first, at most so many rows; the sums are of all. */
  static ObjectNode accounts(List<Balance> balances, PeopleSearch people, int most) {
    ObjectNode view = object();
    view.put("people", balances.size());
    view.put("owedFen", balances.stream().mapToLong(Balance::owedFen).sum());
    ArrayNode rows = view.putArray("rows");
    balances.stream()
        .sorted(Comparator.comparingInt(Balance::owedFen).reversed())
        .limit(most)
        .forEach(
            balance ->
                holder(rows.addObject(), people.find(balance.person()))
                    .put("meals", balance.meals())
                    .put("chargedFen", balance.chargedFen())
                    .put("paidFen", balance.paidFen())
                    .put("owedFen", balance.owedFen()));
    return view;
  }

  /** Whose account it is, as the hall desk must know to settle with the right person. */
  private static ObjectNode holder(ObjectNode node, Optional<PeopleSearch.Found> holder) {
    Optional<Person> person = holder.map(PeopleSearch.Found::person);
    return node.put("person", person.map(Person::id).orElse(0L))
        .put("name", person.map(Person::name).orElse(People.NOBODY))
        .put("address", holder.flatMap(PeopleSearch.Found::address).orElse(""))
        .put("phoneEnd", person.flatMap(Person::phone).map(SettlementViews::end).orElse(""));
  }

  private static String end(String phone) {
    return phone.length() < PHONE_END ? "" : phone.substring(phone.length() - PHONE_END);
  }

  static ObjectNode account(PeopleSearch.Found holder, Account account) {
    ObjectNode view = holder(object(), Optional.of(holder));
    view.put("chargedFen", account.chargedFen())
        .put("paidFen", account.paidFen())
        .put("owedFen", account.owedFen());
    ArrayNode charges = view.putArray("charges");
    for (Account.Charge charge : account.charges()) {
      ObjectNode node = charges.addObject();
      node.put("day", charge.day().toString()).put("period", charge.period());
      node.put("way", charge.way().map(Words::of).orElse(""));
      node.put("rule", charge.price().rule())
          .put("fullFen", charge.price().fullFen())
          .put("subsidyFen", charge.price().subsidyFen())
          .put("paysFen", charge.price().paysFen())
          .put("event", charge.event());
    }
    ArrayNode payments = view.putArray("payments");
    account.payments().forEach(paid -> payment(payments.addObject(), paid));
    return view;
  }

  private static ObjectNode payment(ObjectNode node, Account.Paid paid) {
    Deed.Payment payment = paid.payment();
    return node.put("receipt", payment.receipt())
        .put("fen", payment.fen())
        .put("method", Words.of(payment.method()))
        .put("at", payment.atMillis())
        .put("day", payment.day().toString())
        .put("by", payment.by())
        .put("note", payment.note())
        .put("voided", paid.voided().orElse(""));
  }

  static ObjectNode day(DayBook book, PeopleSearch people) {
    ObjectNode view = object().put("day", book.day().toString());
    ObjectNode methods = view.putObject("methods");
    for (Deed.Method method : Deed.Method.values()) {
      methods.put(Words.of(method), book.fen(method));
    }
    ArrayNode payments = view.putArray("payments");
    for (Account.Paid paid : book.payments()) {
      holder(payment(payments.addObject(), paid), people.find(paid.payment().person()));
    }
    ArrayNode cashUps = view.putArray("cashUps");
    book.cashUps().forEach(cash -> cashUps.add(cashUp(cash)));
    return view;
  }

  static ObjectNode cashUp(Deed.CashUp cash) {
    return object()
        .put("at", cash.atMillis())
        .put("by", cash.by())
        .put("expectedFen", cash.expectedFen())
        .put("countedFen", cash.countedFen())
        .put("note", cash.note());
  }

  static ObjectNode month(MonthTotals totals) {
    ObjectNode view =
        object().put("month", totals.month().toString()).put("unknown", totals.unknown());
    ArrayNode rules = view.putArray("rules");
    for (MonthTotals.OfRule rule : totals.rules()) {
      rules
          .addObject()
          .put("rule", rule.rule())
          .put("meals", rule.meals())
          .put("fullFen", rule.fullFen())
          .put("paysFen", rule.paysFen());
    }
    ObjectNode payers = view.putObject("payersFen");
    new TreeMap<>(totals.payersFen()).forEach(payers::put);
    return view;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
