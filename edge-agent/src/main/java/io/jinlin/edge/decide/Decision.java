package io.jinlin.edge.decide;

import io.jinlin.contract.event.Fact;
import java.util.Optional;

/**
 * An answer and what must be committed before it is given.
 *
 * @param fact absent when nothing new happened: an answer repeated, or a choice still to be made
 */
public record Decision(Verdict verdict, Optional<Fact> fact) {
  static Decision of(Verdict verdict, Fact fact) {
    return new Decision(verdict, Optional.of(fact));
  }

  static Decision silent(Verdict verdict) {
    return new Decision(verdict, Optional.empty());
  }
}
