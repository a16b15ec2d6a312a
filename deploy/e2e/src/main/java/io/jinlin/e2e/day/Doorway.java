package io.jinlin.e2e.day;

import io.jinlin.contract.event.Fact.Passage.Direction;
import io.jinlin.edge.doors.Beam;
import io.jinlin.edge.doors.BeamPair;
import io.jinlin.edge.doors.BeamSettings;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A door with two beams: people break them as bodies do, and the device counts what it sees. */
final class Doorway {
  private static final int BEAMS_APART_MS = 180;
  private static final int BODY_MS = 420;
  private static final int QUIET_MS = 3_000;

  private final Station station;
  private final BeamPair beams = new BeamPair(BeamSettings.DEFAULT);
  private final Random random;
  private long nanos;
  private int inside;

  Doorway(Station station, Random random) {
    this.station = station;
    this.random = random;
  }

  /** Somebody comes in, and is to go out again. */
  void in() {
    inside++;
    walk(Beam.OUTER, Beam.INNER);
  }

  /** Somebody who came in leaves. */
  void out() {
    if (inside > 0) {
      inside--;
      walk(Beam.INNER, Beam.OUTER);
    }
  }

  int inside() {
    return inside;
  }

  /** Somebody looks in and turns back: no passage. */
  void turnBack() {
    after(QUIET_MS);
    count(beams.beam(Beam.OUTER, true, nanos));
    after(BODY_MS);
    count(beams.beam(Beam.OUTER, false, nanos));
    settle();
  }

  private void walk(Beam first, Beam second) {
    after(QUIET_MS);
    count(beams.beam(first, true, nanos));
    after(BEAMS_APART_MS + random.nextInt(120));
    count(beams.beam(second, true, nanos));
    after(BODY_MS);
    count(beams.beam(first, false, nanos));
    after(BEAMS_APART_MS);
    count(beams.beam(second, false, nanos));
    settle();
  }

  private void settle() {
    after(QUIET_MS);
    count(beams.tick(nanos, true));
  }

  private void after(long millis) {
    nanos += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private void count(List<Direction> through) {
    through.forEach(station::passage);
  }
}
