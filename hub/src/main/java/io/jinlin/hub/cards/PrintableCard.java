package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardCode;

/**
 * A card with its code, to be drawn and forgotten.
 *
 * @param collector whether it is a 接送卡: its holder may collect a child
 */
public record PrintableCard(CardCode code, String number, String name, boolean collector) {
  @Override
  public String toString() {
    return "PrintableCard[" + number + "]";
  }
}
