package io.jinlin.e2e.simulation;

import io.jinlin.contract.event.Fact.Passage.Direction;
import io.jinlin.edge.doors.Beam;
import io.jinlin.edge.doors.BeamPair;
import io.jinlin.edge.doors.BeamSettings;
import java.util.Random;
import java.util.function.Consumer;

/** A door with two beams, and people who walk through it one after another, or turn back. */
final class Walkers {
  private static final int STEP_MS = 150;
  private static final int BODY_MS = 400;
  private static final int REST_MS = 600;
  private static final int TURN_BACK_ONE_IN = 5;
  private static final long NANOS_PER_MS = 1_000_000;

  private final BeamPair beams = new BeamPair(BeamSettings.DEFAULT);
  private final VirtualTime time;
  private final Consumer<Direction> through;
  private long freeAt;

  Walkers(VirtualTime time, Consumer<Direction> through) {
    this.time = time;
    this.through = through;
  }

  /** Somebody comes, when those before are through. */
  void walk(Random random) {
    Beam first = random.nextBoolean() ? Beam.OUTER : Beam.INNER;
    Beam second = first == Beam.OUTER ? Beam.INNER : Beam.OUTER;
    long from = Math.max(time.now(), freeAt);
    freeAt = from + STEP_MS + BODY_MS + REST_MS;
    beam(from, first, true);
    if (random.nextInt(TURN_BACK_ONE_IN) > 0) {
      beam(from + STEP_MS, second, true);
      beam(from + BODY_MS, first, false);
      beam(from + STEP_MS + BODY_MS, second, false);
    } else {
      beam(from + BODY_MS, first, false);
    }
    time.at(freeAt, this::tick);
  }

  private void beam(long at, Beam beam, boolean broken) {
    time.at(at, () -> beams.beam(beam, broken, now()).forEach(through));
  }

  private void tick() {
    beams.tick(now(), true).forEach(through);
  }

  private long now() {
    return time.now() * NANOS_PER_MS;
  }
}
