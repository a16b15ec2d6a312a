package io.jinlin.edge.decide;

import io.jinlin.contract.page.RosterEntry;

/**
 * How to address whoever presented a card.
 *
 * @param name masked, as shown (王*); empty when the card is not known
 * @param voice as spoken (王奶奶); empty where no name may be said aloud or none is known
 * @param language in which to speak, a BCP 47 tag
 */
public record Person(String name, String voice, String language) {
  /** The holder of a card that the kiosk does not know. */
  public static final Person UNKNOWN = new Person("", "", "zh");

  /** Whether the card is in the roster. */
  public boolean known() {
    return !name.isEmpty();
  }

  static Person of(RosterEntry entry) {
    return new Person(entry.name(), entry.voice(), entry.language());
  }

  /** The same, never to be named aloud. */
  Person silent() {
    return new Person(name, "", language);
  }
}
