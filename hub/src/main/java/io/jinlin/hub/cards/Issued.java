package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardCode;
import java.util.Optional;

/**
 * A change of cards that is done, in both files.
 *
 * @param card the new card; of a revocation the dead one
 * @param code what the new card's QR code says; it stands nowhere else and is not kept
 */
public record Issued(Card card, Optional<CardCode> code) {
  /** Without the code. */
  @Override
  public String toString() {
    return "Issued[" + card.number() + "]";
  }
}
