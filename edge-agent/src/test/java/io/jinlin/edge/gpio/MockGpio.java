package io.jinlin.edge.gpio;

import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;

/** Pi4J itself with its mock of a chip in place of libgpiod. */
public final class MockGpio {
  private MockGpio() {}

  public static Pi4jGpio open() {
    Gpio.Answer<Gpio> answer =
        Pi4jGpio.open(
            MockDigitalInputProvider.newInstance(), MockDigitalOutputProvider.newInstance());
    if (answer instanceof Gpio.Answer.Ready<Gpio> ready && ready.value() instanceof Pi4jGpio pi) {
      return pi;
    }
    throw new AssertionError(answer);
  }

  /** Drives an input from outside. */
  public static void level(Pi4jGpio gpio, int pin, boolean high) {
    com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput input =
        gpio.context().io("in-" + pin);
    input.mockState(com.pi4j.io.gpio.digital.DigitalState.getState(high));
  }

  /** What an output drives. */
  public static boolean level(Pi4jGpio gpio, int pin) {
    com.pi4j.io.gpio.digital.DigitalOutput output = gpio.context().io("out-" + pin);
    return output.isHigh();
  }
}
