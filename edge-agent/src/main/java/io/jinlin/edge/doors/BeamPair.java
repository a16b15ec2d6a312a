package io.jinlin.edge.doors;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.jinlin.contract.event.Fact.Passage.Direction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Tells who goes in and out from the order in which two beams are broken and cleared. It does its
 * own debouncing, has no clock and no thread; times are nanoseconds of one monotonic clock and must
 * not go back. Not thread-safe.
 */
public final class BeamPair {
  /** A beam is blocked; nothing is counted until both are clear. */
  public static final String STUCK = "beam-stuck";

  /** A beam is not broken any more although people come: dead, dirty or out of line. */
  public static final String SILENT = "beam-silent";

  private final Map<Beam, Debounce> beams = new EnumMap<>(Beam.class);
  private final Crossing crossing;
  private final BeamWatch watch;

  public BeamPair(BeamSettings settings) {
    for (Beam beam : Beam.values()) {
      beams.put(beam, new Debounce(settings));
    }
    crossing = new Crossing(MILLISECONDS.toNanos(settings.gapMs()));
    watch = new BeamWatch(settings);
  }

  /** A beam was broken or cleared; who is known to be through by now, in order. */
  public List<Direction> beam(Beam beam, boolean broken, long nanos) {
    List<Direction> through = advance(nanos);
    debounce(beam).input(broken, nanos);
    return through;
  }

  /**
   * Time has passed: call it when {@link #dueNanos()} says, and every few seconds.
   *
   * @param openingHours whether people should be coming
   */
  public List<Direction> tick(long nanos, boolean openingHours) {
    List<Direction> through = advance(nanos);
    if (watch.tick(nanos, openingHours)) {
      crossing.abandon();
    }
    return through;
  }

  /** When {@link #tick} has something to do, {@link Long#MAX_VALUE} for never. */
  public long dueNanos() {
    return Math.min(debounce(Beam.OUTER).due(), debounce(Beam.INNER).due());
  }

  /** What is wrong with the beams, as identifiers for {@code Health}. */
  public Set<String> problems() {
    return watch.problems();
  }

  private List<Direction> advance(long nanos) {
    List<Direction> through = new ArrayList<>();
    for (long due = dueNanos(); due <= nanos; due = dueNanos()) {
      Beam beam = debounce(Beam.OUTER).due() == due ? Beam.OUTER : Beam.INNER;
      if (debounce(beam).step()) {
        boolean broken = debounce(beam).broken();
        watch.change(beam, broken, due);
        crossing.change(beam, broken, debounce(beam.other()).broken(), due).ifPresent(through::add);
      }
    }
    return through;
  }

  private Debounce debounce(Beam beam) {
    return Objects.requireNonNull(beams.get(beam));
  }
}
