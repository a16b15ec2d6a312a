package io.jinlin.hub.live;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.hub.ledger.Recorded;
import io.jinlin.hub.tally.Subject;
import java.util.Optional;

/**
 * An event of the ledger as pages need it.
 *
 * @param atMillis corrected time, milliseconds since 1970 UTC
 * @param counted whether it is the one that counts for its occasion and subject
 * @param voided whether staff took it back
 * @param doubtful whether its time cannot be true
 */
public record Entry(
    EventId event,
    long atMillis,
    long receivedMillis,
    Fact fact,
    Optional<Subject> subject,
    boolean counted,
    boolean voided,
    boolean doubtful) {

  /** The meal, session, queue or visit that it is about. */
  public Optional<Occasion> occasion() {
    return RowMaker.occasion(fact);
  }

  static Entry of(Recorded recorded) {
    return new Entry(
        recorded.event(),
        recorded.atMillis(),
        recorded.receivedMillis(),
        recorded.fact(),
        recorded.subject(),
        recorded.counted(),
        false,
        recorded.doubtful());
  }
}
