package io.jinlin.hub.cards;

import io.jinlin.contract.event.Check;
import java.util.OptionalInt;

/**
 * Whose cards a batch is of: residents without a card that works, and of these only some.
 *
 * @param phase building phase they live in
 * @param block within the phase
 * @param minAge in years
 * @param collectors only adults who may collect a child that takes part in something (接送卡)
 */
public record BatchScope(OptionalInt phase, OptionalInt block, int minAge, boolean collectors) {
  /** Highest age that can be asked for. */
  public static final int MAX_AGE = 120;

  public BatchScope {
    phase.ifPresent(value -> Check.range("phase", value, 1, 9));
    block.ifPresent(value -> Check.range("block", value, 1, 99));
    Check.range("minAge", minAge, 0, MAX_AGE);
  }
}
