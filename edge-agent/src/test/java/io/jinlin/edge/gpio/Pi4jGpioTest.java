package io.jinlin.edge.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pi4jGpioTest {
  @TempDir Path devices;

  @Test
  void aMachineWithoutAChipSaysSoAndNothingIsThrown() {
    assertThat(Pi4jGpio.open(devices))
        .isInstanceOfSatisfying(
            Gpio.Answer.Missing.class,
            missing -> assertThat(missing.problem()).isEqualTo(Gpio.ABSENT));
    assertThat(Pi4jGpio.open(devices.resolve("none")))
        .isInstanceOfSatisfying(
            Gpio.Answer.Missing.class,
            missing -> assertThat(missing.problem()).isEqualTo(Gpio.ABSENT));
  }

  @Test
  void aBoardThatPi4jCannotDriveRefusesItsPinsWithTheReason() throws Exception {
    Files.createFile(devices.resolve("gpiochip0"));
    Gpio.Answer<Gpio> board = Pi4jGpio.open(devices);

    Gpio.Answer<?> answer =
        board instanceof Gpio.Answer.Ready<Gpio> ready ? ready.value().output(6) : board;

    assertThat(answer)
        .isInstanceOfSatisfying(
            Gpio.Answer.Missing.class,
            missing -> assertThat(missing.problem()).isEqualTo(Gpio.FAILED));
  }

  @Test
  void inputsAreHeardAndOutputsDriven() {
    List<Boolean> heard = new ArrayList<>();
    try (Pi4jGpio gpio = MockGpio.open()) {
      assertThat(gpio.input(5, Gpio.Pull.UP, heard::add)).isInstanceOf(Gpio.Answer.Ready.class);
      assertThat(gpio.output(6))
          .isInstanceOfSatisfying(
              Gpio.Answer.Ready.class,
              ready -> assertThat(((Gpio.Output) ready.value()).set(true)).isEmpty());

      MockGpio.level(gpio, 5, true);
      MockGpio.level(gpio, 5, false);

      assertThat(heard).containsExactly(true, false);
      assertThat(MockGpio.level(gpio, 6)).isTrue();
    }
  }

  @Test
  void aPinThatIsTakenIsAFailureAndTheOthersWork() {
    try (Pi4jGpio gpio = MockGpio.open()) {
      gpio.output(6);

      assertThat(gpio.output(6))
          .isInstanceOfSatisfying(
              Gpio.Answer.Missing.class,
              missing -> assertThat(missing.problem()).isEqualTo(Gpio.FAILED));
      assertThat(gpio.output(7)).isInstanceOf(Gpio.Answer.Ready.class);
    }
  }
}
