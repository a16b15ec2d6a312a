package io.jinlin.hub.settlement;

import java.util.List;

/**
 * The price of one meal, in whole fen: full = pays + the sum of the shares.
 *
 * @param rule the rule that decided; {@link #FULL} when none fitted; for a portion that is nobody's
 *     own meal the word of its kind, as {@code second-portion}
 * @param shares of the subsidy by payer, none of them 0
 */
public record Price(String rule, int fullFen, int paysFen, List<Share> shares) {
  /** In the place of a rule: the full price. */
  public static final String FULL = "full";

  /** The payer of staff meals. */
  public static final String EMPLOYER = "employer";

  /** What a payer bears. */
  public record Share(String payer, int fen) {}

  public Price {
    shares = List.copyOf(shares);
    int subsidy = shares.stream().mapToInt(Share::fen).sum();
    if (paysFen < 0 || fullFen != paysFen + subsidy) {
      throw new IllegalArgumentException(
          "price " + fullFen + " is not " + paysFen + " and shares of " + subsidy);
    }
  }

  /** What the eater does not pay. */
  public int subsidyFen() {
    return fullFen - paysFen;
  }
}
