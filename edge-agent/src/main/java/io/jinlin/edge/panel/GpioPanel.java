package io.jinlin.edge.panel;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.jinlin.edge.decide.Verdict;
import io.jinlin.edge.gpio.Gpio;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lamp and buzzer on the pins of the board. Never waits, and never fails whoever shows a verdict.
 */
public final class GpioPanel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GpioPanel.class);

  private final PanelState state = new PanelState();
  private final Map<Levels.Part, Gpio.Output> outputs = new EnumMap<>(Levels.Part.class);
  private final Map<Levels.Part, Boolean> levels = new EnumMap<>(Levels.Part.class);
  private final Set<String> problems = new ConcurrentSkipListSet<>();
  private final ScheduledExecutorService executor;
  private final LongSupplier nanos;
  private Future<?> next = CompletableFuture.completedFuture(null);

  /**
   * @param executor of one thread, on which the pins are set
   * @param nanos the monotonic clock
   */
  public GpioPanel(
      Gpio gpio, PanelPins pins, ScheduledExecutorService executor, LongSupplier nanos) {
    this.executor = executor;
    this.nanos = nanos;
    pins.wired().forEach((part, pin) -> wire(part, gpio.output(pin)));
  }

  private void wire(Levels.Part part, Gpio.Answer<Gpio.Output> answer) {
    if (answer instanceof Gpio.Answer.Ready<Gpio.Output> ready) {
      outputs.put(part, ready.value());
    } else if (answer instanceof Gpio.Answer.Missing<Gpio.Output> missing) {
      LOG.error("panel {}: {}", part, missing.detail());
      problems.add(missing.problem());
    }
  }

  /** Shows a verdict; the one before is over. */
  public void show(Verdict verdict) {
    submit(() -> state.show(Signal.of(verdict), nanos.getAsLong()));
  }

  /** Whether the place is full. */
  public void full(boolean full) {
    submit(() -> state.full(full));
  }

  /** What is wrong with the pins, as identifiers for {@code Health}. */
  public Set<String> problems() {
    return new TreeSet<>(problems);
  }

  private void submit(Runnable change) {
    try {
      executor.execute(
          () -> {
            change.run();
            drive();
          });
    } catch (RejectedExecutionException closed) {
      LOG.debug("panel closed");
    }
  }

  private void drive() {
    long now = nanos.getAsLong();
    Levels wanted = state.levels(now);
    outputs.forEach((part, output) -> set(part, output, wanted.on(part)));
    next.cancel(false);
    long until = state.nextNanos(now);
    if (until != PanelState.NEVER) {
      try {
        next = executor.schedule(this::drive, until - now, NANOSECONDS);
      } catch (RejectedExecutionException closed) {
        LOG.debug("panel closed");
      }
    }
  }

  private void set(Levels.Part part, Gpio.Output output, boolean on) {
    if (levels.getOrDefault(part, false) == on) {
      return;
    }
    String problem = output.set(on);
    if (problem.isEmpty()) {
      levels.put(part, on);
    } else {
      problems.add(problem);
    }
  }

  /** Stops; the pins go low when the {@link Gpio} is closed. */
  @Override
  public void close() {
    submit(() -> next.cancel(false));
  }
}
