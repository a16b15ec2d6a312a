package io.jinlin.edge.doors;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether the beams themselves are well: blocked, dead, or knocked out of line. */
final class BeamWatch {
  /** Breaks of one beam without one of the other after which the other is taken for dead. */
  static final int ONE_SIDED_BREAKS = 20;

  private final long stuckNanos;
  private final long silentNanos;
  private final Map<Beam, Long> brokenSince = new EnumMap<>(Beam.class);
  private final Map<Beam, Long> silentFor = new EnumMap<>(Beam.class);
  private final Map<Beam, Integer> breaksAlone = new EnumMap<>(Beam.class);
  private boolean stuck;
  private long lastTick;
  private boolean wasOpen;

  BeamWatch(BeamSettings settings) {
    stuckNanos = MILLISECONDS.toNanos(settings.stuckMs());
    silentNanos = MILLISECONDS.toNanos(settings.silentMs());
  }

  void change(Beam beam, boolean broken, long nanos) {
    if (broken) {
      brokenSince.put(beam, nanos);
      silentFor.remove(beam);
      breaksAlone.merge(beam, 1, Integer::sum);
      breaksAlone.remove(beam.other());
    } else {
      brokenSince.remove(beam);
    }
    stuck &= !brokenSince.isEmpty();
  }

  /** Looks at the clock; whether a beam has just been found stuck. */
  boolean tick(long nanos, boolean openingHours) {
    if (wasOpen && openingHours) {
      for (Beam beam : Beam.values()) {
        silentFor.merge(beam, nanos - lastTick, Long::sum);
      }
    }
    wasOpen = openingHours;
    lastTick = nanos;
    boolean before = stuck;
    stuck = brokenSince.values().stream().anyMatch(since -> nanos - since >= stuckNanos);
    return stuck && !before;
  }

  Set<String> problems() {
    Set<String> problems = new TreeSet<>();
    if (stuck) {
      problems.add(BeamPair.STUCK);
    }
    boolean silent = silentFor.values().stream().anyMatch(nanos -> nanos >= silentNanos);
    boolean oneSided = breaksAlone.values().stream().anyMatch(count -> count >= ONE_SIDED_BREAKS);
    if (silent || oneSided) {
      problems.add(BeamPair.SILENT);
    }
    return problems;
  }
}
