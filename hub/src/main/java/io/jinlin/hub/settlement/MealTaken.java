package io.jinlin.hub.settlement;

import io.jinlin.contract.event.Way;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A meal that counts.
 *
 * @param person absent for a card that the hub does not know
 * @param event the event behind it, {@code device/epoch/seq}
 */
record MealTaken(
    OptionalLong person, String period, LocalDate day, Optional<Way> way, String event) {}
