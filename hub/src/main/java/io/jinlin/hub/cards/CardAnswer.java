package io.jinlin.hub.cards;

import java.util.concurrent.CompletableFuture;

/** What the desk says at once to what staff want done with a card. */
public sealed interface CardAnswer {
  /** It is being done; complete once it is in both files, failed when the disk refused. */
  record Begun(CompletableFuture<Issued> done) implements CardAnswer {}

  /** It is not done, and nothing was changed. */
  record Not(Why why) implements CardAnswer {}

  /** Why a card was not issued, revoked or printed again. */
  enum Why {
    UNKNOWN_PERSON,
    UNKNOWN_CARD,
    /** The person died: no new card. */
    FILE_CLOSED,
    /** The person has a living card: print it again instead. */
    HAS_CARD,
    /** The card is dead already. */
    CARD_DEAD,
    /** Another change of this person's cards is under way. */
    BUSY
  }
}
