package io.jinlin.hub.settlement;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A month's meals by rule and by payer; the sums are those of the single prices, to the fen.
 *
 * @param unknown meals with a card that the hub does not know, priced in full
 */
public record MonthTotals(
    YearMonth month, List<OfRule> rules, Map<String, Integer> payersFen, int unknown) {
  public MonthTotals {
    rules = List.copyOf(rules);
    payersFen = Map.copyOf(payersFen);
  }

  /** The meals priced by one rule. */
  public record OfRule(String rule, int meals, int fullFen, int paysFen) {}

  static MonthTotals of(YearMonth month, List<Price> prices, int unknown) {
    Map<String, OfRule> rules = new TreeMap<>();
    Map<String, Integer> payers = new TreeMap<>();
    for (Price price : prices) {
      rules.merge(
          price.rule(),
          new OfRule(price.rule(), 1, price.fullFen(), price.paysFen()),
          (a, b) ->
              new OfRule(a.rule, a.meals + b.meals, a.fullFen + b.fullFen, a.paysFen + b.paysFen));
      price.shares().forEach(share -> payers.merge(share.payer(), share.fen(), Integer::sum));
    }
    return new MonthTotals(month, List.copyOf(rules.values()), payers, unknown);
  }
}
