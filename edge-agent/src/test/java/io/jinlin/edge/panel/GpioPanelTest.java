package io.jinlin.edge.panel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.edge.decide.Person;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.edge.gpio.Gpio;
import io.jinlin.edge.gpio.MockGpio;
import io.jinlin.edge.gpio.Pi4jGpio;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GpioPanelTest {
  private static final int GREEN = 22;
  private static final int AMBER = 23;
  private static final int BUZZER = 24;
  private static final PanelPins PINS =
      new PanelPins(Optional.of(GREEN), Optional.of(AMBER), Optional.empty(), Optional.of(BUZZER));

  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  /** The clock stands still until the test moves it, so that no moment can be missed. */
  @Test
  void aVerdictLightsItsLampAndBeepsForAMomentAndALaterOneTakesItsPlace() {
    AtomicLong now = new AtomicLong();
    try (Pi4jGpio gpio = MockGpio.open();
        GpioPanel panel = new GpioPanel(gpio, PINS, executor, now::get)) {
      panel.show(new Verdict.Left(Person.UNKNOWN));
      await().atMost(5, SECONDS).until(() -> MockGpio.level(gpio, BUZZER));
      assertThat(MockGpio.level(gpio, GREEN)).isTrue();
      now.addAndGet(SECONDS.toNanos(1));
      await().atMost(5, SECONDS).until(() -> !MockGpio.level(gpio, BUZZER));

      panel.show(new Verdict.SeeStaff());
      await().atMost(5, SECONDS).until(() -> MockGpio.level(gpio, AMBER));
      assertThat(MockGpio.level(gpio, GREEN)).isFalse();
      assertThat(panel.problems()).isEmpty();
    }
  }

  @Test
  void aPinThatCannotBeHadIsAProblemAndTheOthersStillLight() {
    try (Pi4jGpio gpio = MockGpio.open()) {
      gpio.output(AMBER);
      try (GpioPanel panel = new GpioPanel(gpio, PINS, executor, System::nanoTime)) {
        assertThat(panel.problems()).containsExactly(Gpio.FAILED);
        panel.show(new Verdict.Left(Person.UNKNOWN));
        await().atMost(5, SECONDS).until(() -> MockGpio.level(gpio, GREEN));
      }
    }
  }
}
