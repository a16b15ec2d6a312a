package io.jinlin.hub.settlement;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Way;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A portion that counts.
 *
 * @param person absent for a card that the hub does not know, and for nobody in particular
 * @param kind why it is nobody's own meal; absent for one's own
 * @param event the event behind it, {@code device/epoch/seq}
 */
record MealTaken(
    OptionalLong person,
    String period,
    LocalDate day,
    Optional<Way> way,
    Optional<Fact.Serving.Kind> kind,
    String event) {

  /** Whether it was somebody's own meal whom the hub does not know. */
  boolean isUnknown() {
    return person.isEmpty() && kind.isEmpty();
  }
}
