package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.event.Check;
import java.util.OptionalLong;

/**
 * A card that was issued: what is derived from its secret, never the secret.
 *
 * @param person whose
 * @param number printed on it, for people who read it out
 * @param issuedMillis when
 * @param revokedMillis since when it is dead
 */
public record Card(
    CardKeys keys, long person, String number, long issuedMillis, OptionalLong revokedMillis) {

  public Card {
    Check.range("number", number.length(), 1, 20);
  }
}
