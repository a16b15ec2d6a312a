package io.jinlin.edge.agent;

import io.jinlin.edge.config.WiringConfig;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.edge.doors.DoorListener;
import io.jinlin.edge.doors.GpioBeams;
import io.jinlin.edge.gpio.Gpio;
import io.jinlin.edge.gpio.Pi4jGpio;
import io.jinlin.edge.panel.GpioPanel;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Door and panel, where they are wired; where pins are missing the rest of the agent works on. */
final class Hardware implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Hardware.class);

  private final ScheduledExecutorService executor;
  private final Optional<Gpio> gpio;
  private final Optional<GpioBeams> beams;
  private final Optional<GpioPanel> panel;
  private final Set<String> missing = new TreeSet<>();

  private Hardware(WiringConfig wiring, DoorListener listener) {
    executor =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "gpio");
              thread.setDaemon(true);
              return thread;
            });
    gpio = board();
    beams =
        gpio.flatMap(
            board ->
                wiring
                    .door()
                    .map(
                        pins ->
                            new GpioBeams(wiring.beams(), listener, executor, System::nanoTime)
                                .start(board, pins)));
    panel =
        gpio.flatMap(
            board ->
                wiring.panel().map(pins -> new GpioPanel(board, pins, executor, System::nanoTime)));
  }

  /** Opens what is wired; empty if nothing is. */
  static Optional<Hardware> open(WiringConfig wiring, DoorListener listener) {
    return wiring.any() ? Optional.of(new Hardware(wiring, listener)) : Optional.empty();
  }

  private Optional<Gpio> board() {
    Gpio.Answer<Gpio> answer = Pi4jGpio.open();
    if (answer instanceof Gpio.Answer.Missing<Gpio> none) {
      LOG.error("door and panel do not work: {}", none.detail());
      missing.add(none.problem());
    }
    return answer instanceof Gpio.Answer.Ready<Gpio> ready
        ? Optional.of(ready.value())
        : Optional.empty();
  }

  void show(Verdict verdict) {
    panel.ifPresent(lamps -> lamps.show(verdict));
  }

  void full(boolean full) {
    panel.ifPresent(lamps -> lamps.full(full));
  }

  Set<String> problems() {
    Set<String> problems = new TreeSet<>(missing);
    beams.ifPresent(pair -> problems.addAll(pair.problems()));
    panel.ifPresent(lamps -> problems.addAll(lamps.problems()));
    return problems;
  }

  @Override
  public void close() {
    beams.ifPresent(GpioBeams::close);
    panel.ifPresent(GpioPanel::close);
    executor.shutdown();
    gpio.ifPresent(Gpio::close);
  }
}
