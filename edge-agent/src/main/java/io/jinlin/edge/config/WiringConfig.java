package io.jinlin.edge.config;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.edge.doors.BeamPins;
import io.jinlin.edge.doors.BeamSettings;
import io.jinlin.edge.gpio.Gpio;
import io.jinlin.edge.panel.PanelPins;
import java.util.Optional;

/**
 * What is wired to the pins of the board.
 *
 * @param door the two beams of a door, if there is one
 * @param beams how the beams are judged
 * @param panel lamps and buzzer, if any is wired
 */
public record WiringConfig(Optional<BeamPins> door, BeamSettings beams, Optional<PanelPins> panel) {
  /** No pin is used. */
  public static final WiringConfig NONE =
      new WiringConfig(Optional.empty(), BeamSettings.DEFAULT, Optional.empty());

  private static final int UNWIRED = -1;

  /** Whether any pin is used. */
  public boolean any() {
    return door.isPresent() || panel.isPresent();
  }

  static WiringConfig read(ConfigReader reader) {
    PanelPins panel =
        new PanelPins(
            pin(reader, "panel.green_pin"),
            pin(reader, "panel.amber_pin"),
            pin(reader, "panel.red_pin"),
            pin(reader, "panel.buzzer_pin"));
    boolean wired =
        panel.green().isPresent()
            || panel.amber().isPresent()
            || panel.red().isPresent()
            || panel.buzzer().isPresent();
    return new WiringConfig(
        door(reader), beams(reader), wired ? Optional.of(panel) : Optional.empty());
  }

  private static BeamSettings beams(ConfigReader reader) {
    BeamSettings usual = BeamSettings.DEFAULT;
    return new BeamSettings(
        reader.number("beam.glitch_ms", usual.glitchMs(), 0, 50),
        reader.number("beam.gap_ms", usual.gapMs(), 0, 500),
        reader.number("beam.stuck_ms", usual.stuckMs(), 5_000, 3_600_000),
        reader.number("beam.silent_ms", usual.silentMs(), 60_000, 7 * 24 * 3_600_000L));
  }

  private static Optional<BeamPins> door(ConfigReader reader) {
    Optional<String> door = new Keys(reader).optionalId("door.id");
    Optional<Integer> outer = pin(reader, "door.outer_pin");
    Optional<Integer> inner = pin(reader, "door.inner_pin");
    boolean brokenHigh = reader.flag("door.broken_high", true);
    Gpio.Pull pull = reader.word("door.pull", Gpio.Pull.class, Gpio.Pull.UP);
    if (door.isEmpty() && outer.isEmpty() && inner.isEmpty()) {
      return Optional.empty();
    }
    if (door.isEmpty() || outer.isEmpty() || inner.isEmpty() || outer.equals(inner)) {
      reader.problem("a door needs door.id, and door.outer_pin and door.inner_pin that differ");
      return Optional.empty();
    }
    return Optional.of(new BeamPins(door.get(), outer.get(), inner.get(), brokenHigh, pull));
  }

  private static Optional<Integer> pin(ConfigReader reader, String key) {
    int pin = reader.integer(key, UNWIRED, Gpio.MIN_PIN, Gpio.MAX_PIN);
    return pin == UNWIRED ? Optional.empty() : Optional.of(pin);
  }
}
