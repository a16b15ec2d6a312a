package io.jinlin.edge.decide;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What a place is now, for the idle screen.
 *
 * @param label what is on: the meal, session or queue; for a visit or closed the place
 * @param opens when it began or begins; absent for a visit
 * @param closes when it ends
 * @param next what opens next, if anything is known to
 */
public record PlaceNow(
    Kind kind,
    Label label,
    Optional<LocalDateTime> opens,
    Optional<LocalDateTime> closes,
    Optional<Next> next) {
  /** What sort of thing is on. */
  public enum Kind {
    MEAL,
    SESSION,
    QUEUE,
    /** Open for visits, or the way out. */
    VISIT,
    CLOSED,
    /** The clock is not trusted, so nobody can say. */
    UNKNOWN
  }

  /** What opens next. */
  public record Next(Label label, LocalDateTime opens) {}
}
