package io.jinlin.hub.settlement;

import io.jinlin.hub.residents.Entitlement;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What of a person decides a price.
 *
 * @param entitlements the person's own and those of the household
 */
record Diner(LocalDate born, List<Entitlement> entitlements) {
  Diner {
    entitlements = List.copyOf(entitlements);
  }

  int age(LocalDate day) {
    return born.until(day).getYears();
  }

  /** What is held on a day, by all that is known now. */
  Set<Entitlement.Tier> tiers(LocalDate day) {
    Set<Entitlement.Tier> held = EnumSet.noneOf(Entitlement.Tier.class);
    for (Entitlement one : entitlements) {
      boolean begun = !day.isBefore(one.from());
      if (begun && one.until().map(day::isBefore).orElse(true)) {
        held.add(one.tier());
      }
    }
    return held;
  }
}
