package io.jinlin.hub.settlement;

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
   * The price of a meal.
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

  /** The full price, for a second portion too. */
  static Price full(int fullFen) {
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
