package io.jinlin.hub.collection;

import io.jinlin.contract.card.CardRef;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whoever presented a card or a code to collect children.
 *
 * @param person whose card it is; absent for a code, and for a card that nobody has
 * @param name in full; empty for a card that nobody has
 * @param card the number on the card; empty for none
 * @param phone empty for none
 * @param minor whether under age
 * @param dead whether the card is dead
 * @param code the delegate's
 */
public record Collector(
    CardRef ref,
    OptionalLong person,
    String name,
    String card,
    String phone,
    boolean minor,
    boolean dead,
    Optional<DelegateCode> code) {
  private static final int LAST_DIGITS = 4;

  /** The last digits of the number on the card; empty for none. */
  public String cardEnd() {
    return card.substring(Math.max(0, card.length() - LAST_DIGITS));
  }

  /** Without name and phone. */
  @Override
  public String toString() {
    return "Collector[" + ref + "]";
  }
}
