package io.jinlin.edge.panel;

import io.jinlin.contract.event.Check;
import io.jinlin.edge.gpio.Gpio;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The BCM numbers of what is wired; with a green lamp alone it is lit for "go on". */
public record PanelPins(
    Optional<Integer> green,
    Optional<Integer> amber,
    Optional<Integer> red,
    Optional<Integer> buzzer) {
  public PanelPins {
    green.ifPresent(pin -> Check.range("panel.green_pin", pin, Gpio.MIN_PIN, Gpio.MAX_PIN));
    amber.ifPresent(pin -> Check.range("panel.amber_pin", pin, Gpio.MIN_PIN, Gpio.MAX_PIN));
    red.ifPresent(pin -> Check.range("panel.red_pin", pin, Gpio.MIN_PIN, Gpio.MAX_PIN));
    buzzer.ifPresent(pin -> Check.range("panel.buzzer_pin", pin, Gpio.MIN_PIN, Gpio.MAX_PIN));
  }

  Map<Levels.Part, Integer> wired() {
    Map<Levels.Part, Integer> wired = new EnumMap<>(Levels.Part.class);
    green.ifPresent(pin -> wired.put(Levels.Part.GREEN, pin));
    amber.ifPresent(pin -> wired.put(Levels.Part.AMBER, pin));
    red.ifPresent(pin -> wired.put(Levels.Part.RED, pin));
    buzzer.ifPresent(pin -> wired.put(Levels.Part.BUZZER, pin));
    return wired;
  }
}
