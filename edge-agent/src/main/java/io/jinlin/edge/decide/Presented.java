package io.jinlin.edge.decide;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Input;
import io.jinlin.edge.roster.RosterAnswer;
import java.util.Optional;

/**
 * A card in front of the reader.
 *
 * @param answer what the roster says about it
 * @param seen what is remembered of it
 * @param choice the {@link Verdict.Choice} that was tapped; absent for a scan
 * @param collector who collects with it for its holder; absent when the holder is there
 */
public record Presented(
    CardRef ref,
    RosterAnswer answer,
    Seen seen,
    Input input,
    Optional<String> choice,
    Optional<Collector> collector) {
  /** A card that its holder presents. */
  public Presented(
      CardRef ref, RosterAnswer answer, Seen seen, Input input, Optional<String> choice) {
    this(ref, answer, seen, input, choice, Optional.empty());
  }
}
