package io.jinlin.edge.doors;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.jinlin.contract.event.Fact.Passage.Direction;
import io.jinlin.edge.gpio.Gpio;
import java.util.List;
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
 * The beams of one door on the pins of the board. A receiver that cannot be had is a problem to be
 * shown; the agent runs on without the door.
 */
public final class GpioBeams implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GpioBeams.class);
  private static final long TICK_SECONDS = 5;

  private final BeamPair pair;
  private final DoorListener listener;
  private final ScheduledExecutorService executor;
  private final LongSupplier nanos;
  private final Set<String> pinProblems = new ConcurrentSkipListSet<>();
  private volatile Set<String> beamProblems = Set.of();

  /** The next tick; only the executor's thread touches it. */
  private Future<?> nextTick = CompletableFuture.completedFuture(null);

  /**
   * @param executor of one thread, on which everything but the pins' own listeners runs
   * @param nanos the monotonic clock
   */
  public GpioBeams(
      BeamSettings settings,
      DoorListener listener,
      ScheduledExecutorService executor,
      LongSupplier nanos) {
    pair = new BeamPair(settings);
    this.listener = listener;
    this.executor = executor;
    this.nanos = nanos;
  }

  /** Begins to watch. */
  public GpioBeams start(Gpio gpio, BeamPins pins) {
    for (Beam beam : Beam.values()) {
      Gpio.Answer<Gpio.Input> answer =
          gpio.input(
              pins.pin(beam),
              pins.pull(),
              high -> enqueue(beam, high == pins.brokenHigh(), nanos.getAsLong()));
      if (answer instanceof Gpio.Answer.Ready<Gpio.Input> ready) {
        enqueue(beam, ready.value().high() == pins.brokenHigh(), nanos.getAsLong());
      } else if (answer instanceof Gpio.Answer.Missing<Gpio.Input> missing) {
        LOG.error("door {}: {}", pins.door(), missing.detail());
        pinProblems.add(missing.problem());
      }
    }
    if (pinProblems.isEmpty()) {
      submit(this::tick);
    }
    return this;
  }

  private void enqueue(Beam beam, boolean broken, long at) {
    submit(() -> report(pair.beam(beam, broken, at)));
  }

  private void tick() {
    report(pair.tick(nanos.getAsLong(), listener.openingHours()));
  }

  private void report(List<Direction> through) {
    through.forEach(listener::passed);
    beamProblems = pair.problems();
    nextTick.cancel(false);
    long wait = Math.min(pair.dueNanos() - nanos.getAsLong(), SECONDS.toNanos(TICK_SECONDS));
    nextTick = executor.schedule(guarded(this::tick), Math.max(wait, 0), NANOSECONDS);
  }

  private void submit(Runnable work) {
    try {
      executor.execute(guarded(work));
    } catch (RejectedExecutionException closed) {
      LOG.debug("door closed");
    }
  }

  /** A listener that fails must not end the door. */
  private Runnable guarded(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RejectedExecutionException closed) {
        LOG.debug("door closed");
      } catch (RuntimeException failure) {
        LOG.error("door", failure);
      }
    };
  }

  /** What is wrong with pins or beams, as identifiers for {@code Health}. */
  public Set<String> problems() {
    Set<String> problems = new TreeSet<>(pinProblems);
    problems.addAll(beamProblems);
    return problems;
  }

  /** Stops looking; the pins belong to the {@link Gpio} and are freed with it. */
  @Override
  public void close() {
    submit(() -> nextTick.cancel(false));
  }
}
