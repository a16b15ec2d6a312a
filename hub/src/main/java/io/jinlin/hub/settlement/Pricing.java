package io.jinlin.hub.settlement;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.residents.Entitlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a meal costs: nothing but tariff, person and day decide. */
final class Pricing {
  private Pricing() {}

  /**
   * The price of a portion: one's own by the rules, a guest's and a further one (加购) in full for
   * everyone, and a staff meal (员工餐) in full too, borne by whoever employs them.
   *
   * @param tariff that of the day
   * @param diner absent for somebody whom the hub does not know
   */
  static Price of(Tariff tariff, Optional<Diner> diner, MealTaken meal) {
    if (meal.kind().isEmpty()) {
      return of(tariff, diner, meal.period(), meal.day());
    }
    Fact.Serving.Kind kind = meal.kind().get();
    int full = tariff.fullFen().getOrDefault(meal.period(), 0);
    if (kind != Fact.Serving.Kind.STAFF_MEAL) {
      return new Price(Words.of(kind), full, full, List.of());
    }
    List<Price.Share> employer =
        full == 0 ? List.of() : List.of(new Price.Share(Price.EMPLOYER, full));
    return new Price(Words.of(kind), full, 0, employer);
  }

  /**
   * The price of one's own meal.
   *
   * @param tariff that of the day
   * @param diner absent for somebody whom the hub does not know: the full price
   * @param period id of the meal period
   */
  static Price of(Tariff tariff, Optional<Diner> diner, String period, LocalDate day) {
    int full = tariff.fullFen().getOrDefault(period, 0);
    if (diner.isEmpty()) {
      return full(full);
    }
    int age = diner.get().age(day);
    Set<Entitlement.Tier> held = diner.get().tiers(day);
    for (Tariff.Rule rule : tariff.rules()) {
      Integer pays = rule.paysFen().get(period);
      if (pays != null && rule.fits(age, held)) {
        return new Price(rule.id(), full, pays, shares(tariff.payers(), full - pays));
      }
    }
    return full(full);
  }

  private static Price full(int fullFen) {
    return new Price(Price.FULL, fullFen, fullFen, List.of());
  }

  private static List<Price.Share> shares(List<Tariff.Payer> payers, int subsidy) {
    List<Price.Share> shares = new ArrayList<>();
    int rest = subsidy;
    for (Tariff.Payer payer : payers) {
      int part = Math.min(rest, payer.mostFen().orElse(rest));
      if (part > 0) {
        shares.add(new Price.Share(payer.id(), part));
      }
      rest -= part;
    }
    return shares;
  }
}
