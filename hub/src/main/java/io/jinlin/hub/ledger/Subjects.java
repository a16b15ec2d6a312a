package io.jinlin.hub.ledger;

import io.jinlin.contract.card.CardRef;
import java.util.OptionalLong;

/** Whose card it is. Asked for every scan, so it answers from memory; safe from any thread. */
@FunctionalInterface
public interface Subjects {
  /** No card is known. */
  Subjects NONE = ref -> OptionalLong.empty();

  /** The person of a card, of one that was revoked too; empty for a card the hub does not know. */
  OptionalLong personOf(CardRef ref);
}
