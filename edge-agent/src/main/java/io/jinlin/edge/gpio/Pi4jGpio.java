package io.jinlin.edge.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.provider.Provider;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Gpio} on Pi4J 2 with the kernel's GPIO character device (libgpiod). */
public final class Pi4jGpio implements Gpio {
  private static final Logger LOG = LoggerFactory.getLogger(Pi4jGpio.class);

  /** Pi4J's own filter, in microseconds: its default of 10 ms swallows short breaks of a beam. */
  private static final long DEBOUNCE_MICROS = 500;

  private final Context context;

  private Pi4jGpio(Context context) {
    this.context = context;
  }

  /** For tests that play the outside of a mocked chip. */
  Context context() {
    return context;
  }

  /** The pins of this machine. */
  public static Answer<Gpio> open() {
    return open(Path.of("/dev"));
  }

  /** Looks at the devices first: Pi4J's own message does not say what to do. */
  static Answer<Gpio> open(Path devices) {
    try (DirectoryStream<Path> chips = Files.newDirectoryStream(devices, "gpiochip*")) {
      boolean found = false;
      boolean usable = false;
      for (Path chip : chips) {
        found = true;
        usable |= Files.isReadable(chip) && Files.isWritable(chip);
      }
      if (!found) {
        return new Answer.Missing<>(ABSENT, "there is no /dev/gpiochip*: door and lamp need a Pi");
      }
      if (!usable) {
        return new Answer.Missing<>(
            DENIED, "/dev/gpiochip* is not ours to open: add the user to the group gpio");
      }
    } catch (IOException unreadable) {
      return new Answer.Missing<>(ABSENT, devices + " cannot be read");
    }
    return open(GpioDDigitalInputProvider.newInstance(), GpioDDigitalOutputProvider.newInstance());
  }

  /** Named providers and no search of the class path, which would find a mock before the chip. */
  static Answer<Gpio> open(Provider<?, ?, ?>... providers) {
    try {
      Context context =
          Pi4J.newContextBuilder().noAutoDetect().disableShutdownHook().add(providers).build();
      return new Answer.Ready<>(new Pi4jGpio(context));
    } catch (RuntimeException | LinkageError refused) {
      LOG.error("GPIO refused", refused);
      return new Answer.Missing<>(FAILED, "the GPIO chip refused: " + refused.getMessage());
    }
  }

  @Override
  public Answer<Input> input(int pin, Pull pull, Consumer<Boolean> listener) {
    try {
      DigitalInput input =
          context.create(
              DigitalInput.newConfigBuilder(context)
                  .id("in-" + pin)
                  .address(pin)
                  .pull(resistance(pull))
                  .debounce(DEBOUNCE_MICROS)
                  .build());
      input.addListener(event -> listener.accept(event.state() == DigitalState.HIGH));
      return new Answer.Ready<>(input::isHigh);
    } catch (RuntimeException | LinkageError refused) {
      return refused(pin, refused);
    }
  }

  @Override
  public Answer<Output> output(int pin) {
    try {
      DigitalOutput output =
          context.create(
              DigitalOutput.newConfigBuilder(context)
                  .id("out-" + pin)
                  .address(pin)
                  .initial(DigitalState.LOW)
                  .shutdown(DigitalState.LOW)
                  .build());
      return new Answer.Ready<>(high -> set(output, pin, high));
    } catch (RuntimeException | LinkageError refused) {
      return refused(pin, refused);
    }
  }

  private static String set(DigitalOutput output, int pin, boolean high) {
    try {
      output.setState(high);
      return "";
    } catch (RuntimeException refused) {
      LOG.warn("GPIO {} cannot be set: {}", pin, refused.getMessage());
      return FAILED;
    }
  }

  private static <T> Answer<T> refused(int pin, Throwable refused) {
    LOG.error("GPIO {} refused", pin, refused);
    return new Answer.Missing<>(FAILED, "GPIO " + pin + " refused: " + refused.getMessage());
  }

  private static PullResistance resistance(Pull pull) {
    return switch (pull) {
      case UP -> PullResistance.PULL_UP;
      case DOWN -> PullResistance.PULL_DOWN;
      case NONE -> PullResistance.OFF;
    };
  }

  @Override
  public void close() {
    try {
      context.shutdown();
    } catch (RuntimeException refused) {
      LOG.warn("GPIO does not close: {}", refused.getMessage());
    }
  }
}
