package io.jinlin.hub.tally;

import io.jinlin.contract.card.CardRef;

/** Whom an event is about, for the business key (occasion, subject). */
public sealed interface Subject {
  /** A person whose card the hub knows; several cards of one person are one subject. */
  record Person(long id) implements Subject {}

  /** A card that the hub does not know (yet). */
  record Card(CardRef ref) implements Subject {}
}
