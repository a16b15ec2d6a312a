package io.jinlin.hub.ledger;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.hub.tally.Subject;
import java.util.Optional;

/**
 * An event as the ledger holds it.
 *
 * @param atMillis corrected time, milliseconds since 1970 UTC
 * @param receivedMillis the hub's time when it came
 * @param subject the person, or the card of nobody known; empty for a fact about no card
 * @param counted whether it was the one that counts for its occasion and subject when it was stored
 * @param doubtful its time cannot be true: for review, not tallied
 */
public record Recorded(
    EventId event,
    long atMillis,
    long receivedMillis,
    Fact fact,
    Optional<Subject> subject,
    boolean counted,
    boolean doubtful) {}
