package io.jinlin.hub.clinic;

import java.util.Optional;

/** Whom the clinic's rule lets go first. */
@FunctionalInterface
public interface Reasons {
  /** Nobody. */
  Reasons NONE = person -> Optional.empty();

  /** Why a person goes first by the rule, if they do. */
  Optional<Reason> of(long person);
}
