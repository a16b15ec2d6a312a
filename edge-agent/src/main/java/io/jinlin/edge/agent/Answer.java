package io.jinlin.edge.agent;

import io.jinlin.contract.event.EventId;
import io.jinlin.edge.decide.Verdict;
import java.util.Optional;

/**
 * What a person is answered.
 *
 * @param event the event that was committed for it; absent when nothing new happened
 */
public record Answer(Verdict verdict, Optional<EventId> event) {
  static Answer silent(Verdict verdict) {
    return new Answer(verdict, Optional.empty());
  }
}
