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
 */
public record Presented(
    CardRef ref, RosterAnswer answer, Seen seen, Input input, Optional<String> choice) {}
