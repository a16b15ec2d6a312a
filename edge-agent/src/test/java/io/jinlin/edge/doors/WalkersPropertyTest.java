package io.jinlin.edge.doors;

import static io.jinlin.edge.doors.Doorway.SPACING_M;
import static io.jinlin.edge.doors.Doorway.loitering;
import static io.jinlin.edge.doors.Doorway.steady;
import static io.jinlin.edge.doors.Doorway.turning;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Fact.Passage.Direction;
import java.util.Collections;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** People of all sizes and speeds, with noise on the wires. */
class WalkersPropertyTest {
  private static final double GLITCHES_PER_MS = 0.001;

  @Property(tries = 200)
  void whoeverWalksThroughCountsOnceInHisDirection(@ForAll long seed, @ForAll Direction direction) {
    Random random = new Random(seed);
    Doorway door = new Doorway(seed, GLITCHES_PER_MS);

    door.walk(direction, 6, steady(0, between(random, 0.3, 1.6), length(random)));

    assertThat(door.through()).containsExactly(direction);
    assertThat(door.pair().problems()).isEmpty();
  }

  @Property(tries = 200)
  void whoeverTurnsBackCountsForNothing(@ForAll long seed, @ForAll Direction direction) {
    Random random = new Random(seed);
    Doorway door = new Doorway(seed, 0);
    double length = length(random);
    double speed = between(random, 0.3, 1.2);
    // As far as the back still stands in the second beam, allowing for the gap that is bridged.
    double furthest = between(random, 0.01, SPACING_M + length - 0.11 * speed);

    door.walk(direction, 8, turning(speed, length, furthest));

    assertThat(door.through()).isEmpty();
  }

  @Property(tries = 200)
  void peopleCloseBehindEachOtherCountEach(@ForAll long seed, @ForAll Direction direction) {
    Random random = new Random(seed);
    Doorway door = new Doorway(seed, 0);
    int people = 2 + random.nextInt(3);
    double speed = between(random, 0.5, 1.4);
    Doorway.Walker[] walkers = new Doorway.Walker[people];
    double start = 0;
    for (int i = 0; i < people; i++) {
      double length = length(random);
      walkers[i] = steady(start, speed, length);
      start += length / speed + between(random, 0.1, 0.5);
    }

    door.walk(direction, 8, walkers);

    assertThat(door.through()).isEqualTo(Collections.nCopies(people, direction));
  }

  @Property(tries = 100)
  void peopleSideBySideAreOne(@ForAll long seed, @ForAll Direction direction) {
    Random random = new Random(seed);
    Doorway door = new Doorway(seed, GLITCHES_PER_MS);
    double speed = between(random, 0.4, 1.4);
    double length = length(random);
    double behind = between(random, 0, length * 0.8) / speed;

    door.walk(direction, 6, steady(0, speed, length), steady(behind, speed, length));

    assertThat(door.through()).containsExactly(direction);
  }

  @Property(tries = 60)
  void whoeverStopsInTheBeamsAndGoesOnCountsOnce(@ForAll long seed, @ForAll Direction direction) {
    Random random = new Random(seed);
    Doorway door = new Doorway(seed, 0);
    double length = length(random);
    double stop = between(random, 0.02, SPACING_M + length - 0.03);
    double seconds = between(random, 1, 30);

    door.walk(direction, seconds + 8, loitering(between(random, 0.3, 1.2), length, stop, seconds));

    assertThat(door.through()).containsExactly(direction);
  }

  /** From a thin child to a person with a bag, in metres. */
  private static double length(Random random) {
    return between(random, 0.2, 0.45);
  }

  private static double between(Random random, double low, double high) {
    return low + random.nextDouble() * (high - low);
  }
}
