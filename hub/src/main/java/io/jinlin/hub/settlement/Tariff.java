package io.jinlin.hub.settlement;

import io.jinlin.contract.event.Check;
import io.jinlin.hub.residents.Entitlement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a meal costs, who pays less for it, and who pays the rest. Site data, edited by the
 * director; a published example is a lunch of 12 yuan with 11, 9 or 7 yuan of subsidy.
 *
 * @param fullFen full price by meal period, in fen
 * @param rules in order; the first that fits a person decides
 * @param payers of the subsidy, in order; each takes at most its bound, the last one the rest
 */
public record Tariff(Map<String, Integer> fullFen, List<Rule> rules, List<Payer> payers) {
  /** Most rules, and most payers. */
  public static final int MAX_RULES = 12;

  /** Highest price of a meal, in fen: 1,000 yuan. */
  public static final int MAX_FEN = 100_000;

  /** Oldest age a rule can name, in years. */
  public static final int MAX_AGE = 150;

  /** Nothing set up: every meal is free, and the page says that a tariff is missing. */
  public static final Tariff NONE = new Tariff(Map.of(), List.of(), List.of());

  /**
   * Who pays how much.
   *
   * @param id names it on statements and claims
   * @param tiers one of which the person must have on the day; empty for everyone
   * @param fromAge in whole years on the day
   * @param paysFen by meal period, in fen; a period that is missing costs the full price
   */
  public record Rule(
      String id,
      String name,
      String nameEnglish,
      Set<Entitlement.Tier> tiers,
      int fromAge,
      Map<String, Integer> paysFen) {
    public Rule {
      Check.id("rule", id);
      Check.note("rule name", name);
      Check.note("rule name_english", nameEnglish);
      Check.range("from_age", fromAge, 0, MAX_AGE);
      tiers = Set.copyOf(tiers);
      paysFen = Map.copyOf(paysFen);
    }

    boolean fits(int age, Set<Entitlement.Tier> held) {
      return age >= fromAge && (tiers.isEmpty() || tiers.stream().anyMatch(held::contains));
    }
  }

  /**
   * Who bears a part of the subsidy.
   *
   * @param mostFen of one meal; absent only for the last, which takes the rest
   */
  public record Payer(String id, String name, String nameEnglish, Optional<Integer> mostFen) {
    public Payer {
      Check.id("payer", id);
      Check.note("payer name", name);
      Check.note("payer name_english", nameEnglish);
      mostFen.ifPresent(most -> Check.range("most_fen", most, 1, MAX_FEN));
    }
  }

  public Tariff {
    Check.range("rules", rules.size(), 0, MAX_RULES);
    Check.range("payers", payers.size(), 0, MAX_RULES);
    Set<String> ids = new HashSet<>();
    fullFen.forEach(
        (period, fen) -> {
          Check.id("meal", period);
          Check.range("full_fen", fen, 0, MAX_FEN);
        });
    for (Rule rule : rules) {
      once(ids, "rule " + rule.id());
      for (Map.Entry<String, Integer> pays : rule.paysFen().entrySet()) {
        lessThanFull(fullFen, rule, pays.getKey(), pays.getValue());
      }
    }
    for (int i = 0; i < payers.size(); i++) {
      once(ids, "payer " + payers.get(i).id());
      if (payers.get(i).mostFen().isPresent() == (i == payers.size() - 1)) {
        throw new IllegalArgumentException(
            "every payer but the last has a bound, and the last none");
      }
    }
    if (!rules.isEmpty() && payers.isEmpty()) {
      throw new IllegalArgumentException("there are rules for less than the price, but no payer");
    }
    fullFen = Map.copyOf(fullFen);
    rules = List.copyOf(rules);
    payers = List.copyOf(payers);
  }

  private static void once(Set<String> ids, String what) {
    if (!ids.add(what)) {
      throw new IllegalArgumentException(what + " stands there twice");
    }
  }

  private static void lessThanFull(
      Map<String, Integer> fullFen, Rule rule, String period, int paysFen) {
    Integer full = fullFen.get(period);
    if (full == null) {
      throw new IllegalArgumentException("rule " + rule.id() + " names the unknown meal " + period);
    }
    Check.range("pays_fen of rule " + rule.id(), paysFen, 0, full);
  }
}
