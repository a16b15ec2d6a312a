package io.jinlin.edge.doors;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.event.Fact.Passage.Direction;
import io.jinlin.edge.gpio.Gpio;
import io.jinlin.edge.gpio.MockGpio;
import io.jinlin.edge.gpio.Pi4jGpio;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pi4J's mock drives the pins; the clock is the test's, so nothing waits for a walk. */
class GpioBeamsTest {
  private static final BeamPins PINS = new BeamPins("main", 17, 27, false, Gpio.Pull.UP);

  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong nanos = new AtomicLong(1);
  private final List<Direction> passed = new CopyOnWriteArrayList<>();
  private final DoorListener listener =
      new DoorListener() {
        @Override
        public void passed(Direction direction) {
          passed.add(direction);
        }

        @Override
        public boolean openingHours() {
          return true;
        }
      };
  private final GpioBeams beams =
      new GpioBeams(BeamSettings.DEFAULT, listener, executor, nanos::get);

  @AfterEach
  void stop() {
    beams.close();
    executor.shutdownNow();
  }

  @Test
  void aPersonWhoBreaksThePinsInOrderIsPassedOn() {
    try (Pi4jGpio gpio = MockGpio.open()) {
      beams.start(gpio, PINS);
      MockGpio.level(gpio, PINS.outer(), true);
      MockGpio.level(gpio, PINS.inner(), true);
      later(1_000);

      level(gpio, PINS.outer(), false, 100);
      level(gpio, PINS.inner(), false, 200);
      level(gpio, PINS.outer(), true, 100);
      level(gpio, PINS.inner(), true, 200);

      await().atMost(5_000, MILLISECONDS).until(() -> passed.equals(List.of(Direction.IN)));
      assertThat(beams.problems()).isEmpty();
    }
  }

  @Test
  void aReceiverThatCannotBeHadIsAProblemAndNoMore() {
    Gpio noInputs =
        new Gpio() {
          @Override
          public Answer<Input> input(int pin, Pull pull, Consumer<Boolean> to) {
            return new Answer.Missing<>(FAILED, "taken");
          }

          @Override
          public Answer<Output> output(int pin) {
            return new Answer.Missing<>(FAILED, "taken");
          }

          @Override
          public void close() {}
        };

    beams.start(noInputs, PINS);

    assertThat(beams.problems()).containsExactly(Gpio.FAILED);
    assertThat(passed).isEmpty();
  }

  private void level(Pi4jGpio gpio, int pin, boolean high, long thenMillis) {
    MockGpio.level(gpio, pin, high);
    later(thenMillis);
  }

  private void later(long millis) {
    nanos.addAndGet(MILLISECONDS.toNanos(millis));
  }
}
