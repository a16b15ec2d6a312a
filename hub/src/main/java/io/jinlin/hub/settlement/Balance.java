package io.jinlin.hub.settlement;

/** What somebody's meals cost them and what they paid, in fen. */
public record Balance(long person, int meals, int chargedFen, int paidFen) {
  /** What is still to be paid; below 0 when too much was. */
  public int owedFen() {
    return chargedFen - paidFen;
  }
}
