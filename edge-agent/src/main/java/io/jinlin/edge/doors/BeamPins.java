package io.jinlin.edge.doors;

import io.jinlin.contract.event.Check;
import io.jinlin.edge.gpio.Gpio;

/**
 * How the beams of a door are wired.
 *
 * @param door names the door in its passages
 * @param outer BCM number of the receiver met first on the way in
 * @param inner BCM number of the other
 * @param brokenHigh whether a broken beam is a high level; receivers with an open collector pull
 *     low
 * @param pull the resistor to set inside the chip
 */
public record BeamPins(String door, int outer, int inner, boolean brokenHigh, Gpio.Pull pull) {
  public BeamPins {
    Check.id("door", door);
    Check.range("door.outer_pin", outer, Gpio.MIN_PIN, Gpio.MAX_PIN);
    Check.range("door.inner_pin", inner, Gpio.MIN_PIN, Gpio.MAX_PIN);
    if (outer == inner) {
      throw new IllegalArgumentException("door.outer_pin and door.inner_pin are the same");
    }
  }

  int pin(Beam beam) {
    return beam == Beam.OUTER ? outer : inner;
  }
}
