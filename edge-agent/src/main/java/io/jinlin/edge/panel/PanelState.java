package io.jinlin.edge.panel;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.Optional;

/**
 * What the panel shows at a time; pure, without clock or pins. Nanoseconds of a monotonic clock.
 */
final class PanelState {
  /** Nothing will change by itself. */
  static final long NEVER = Long.MAX_VALUE;

  private Optional<Signal> signal = Optional.empty();
  private long since;
  private boolean full;

  /** A new signal interrupts the one that is on. */
  void show(Signal next, long nanos) {
    signal = Optional.of(next);
    since = nanos;
  }

  /** Whether the place is full: amber while nothing else is shown. */
  void full(boolean now) {
    full = now;
  }

  Levels levels(long nanos) {
    return step(nanos).map(At::levels).orElse(full ? Levels.AMBER : Levels.OFF);
  }

  /** When the levels change next by themselves. */
  long nextNanos(long nanos) {
    return step(nanos).map(At::until).orElse(NEVER);
  }

  private record At(Levels levels, long until) {}

  private Optional<At> step(long nanos) {
    if (signal.isEmpty()) {
      return Optional.empty();
    }
    long until = since;
    for (Signal.Step step : signal.get().steps()) {
      until =
          step.millis() == Signal.Step.FOR_EVER
              ? NEVER
              : until + MILLISECONDS.toNanos(step.millis());
      if (nanos < until) {
        return Optional.of(new At(step.levels(), until));
      }
    }
    return Optional.empty();
  }
}
