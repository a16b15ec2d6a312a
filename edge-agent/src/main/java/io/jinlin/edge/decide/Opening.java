package io.jinlin.edge.decide;

import io.jinlin.contract.event.Occasion;
import java.time.LocalDateTime;

/**
 * One time at which a meal, queue or session is open.
 *
 * @param from from when a scan is already answered: early grace or session window
 * @param closes the first moment after it
 * @param series the class of a session; empty for anything else
 * @param walkIns whether a card need not be enrolled in the series
 */
record Opening(
    Occasion occasion,
    Label label,
    LocalDateTime from,
    LocalDateTime opens,
    LocalDateTime closes,
    String series,
    boolean walkIns) {

  /** Whether a scan at this moment is answered with it. */
  boolean answersAt(LocalDateTime now) {
    return !now.isBefore(from) && now.isBefore(closes);
  }

  /** Whether it has begun and not ended. */
  boolean openAt(LocalDateTime now) {
    return !now.isBefore(opens) && now.isBefore(closes);
  }

  Verdict.Choice choice() {
    return new Verdict.Choice(occasion.id(), label);
  }
}
