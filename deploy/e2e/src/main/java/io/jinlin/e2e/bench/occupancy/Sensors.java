package io.jinlin.e2e.bench.occupancy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What door sensors make of people who walk: faults as such sensors have them. */
final class Sensors {
  private static final long BESIDE_MS = 900;

  /**
   * How a sensor errs.
   *
   * @param miscounts part of the passages that are missed (6 of 10), counted double (2) or taken
   *     for the other direction (2)
   * @param pairs part of those close behind another in the same direction that are counted as one
   * @param loiterers an hour who stand in the beams, each seen as a few passages either way
   */
  record Faults(double miscounts, double pairs, double loiterers, Outage outage) {}

  /** What does not work for a while. */
  enum Outage {
    NONE,
    /** All sensors see nothing for two hours from 11:00. */
    BLOCKED,
    /** The first sensor is dead from 11:00 on. */
    DEAD,
    /** From 11:00 to 14:00 the first sensor sees only people who come in. */
    ONE_WAY
  }

  private final Faults faults;
  private final Random random;

  Sensors(Faults faults, Random random) {
    this.faults = faults;
    this.random = random;
  }

  List<Walk> see(RoomDay day, int doors) {
    List<Walk> seen = new ArrayList<>();
    Walk before = new Walk(Long.MIN_VALUE / 2, 0, 0);
    for (Walk walk : day.walks()) {
      boolean close =
          walk.atMillis() - before.atMillis() < BESIDE_MS
              && walk.change() == before.change()
              && walk.door() == before.door();
      before = walk;
      boolean together = (close || random.nextDouble() < faults.pairs / 4) && faults.pairs > 0;
      if (together && random.nextDouble() < (close ? faults.pairs : 1)) {
        continue;
      }
      count(seen, walk);
    }
    loiter(seen, doors);
    seen.removeIf(this::isOut);
    Collections.sort(seen);
    return seen;
  }

  private void count(List<Walk> seen, Walk walk) {
    if (random.nextDouble() >= faults.miscounts) {
      seen.add(walk);
      return;
    }
    int how = random.nextInt(10);
    if (how >= 8) {
      seen.add(new Walk(walk.atMillis(), walk.door(), -walk.change()));
    } else if (how >= 6) {
      seen.add(walk);
      seen.add(new Walk(walk.atMillis() + 300, walk.door(), walk.change()));
    }
  }

  private void loiter(List<Walk> seen, int doors) {
    double at = RoomDay.OPENS_MS;
    while (faults.loiterers > 0) {
      at += -Math.log(1 - random.nextDouble()) * 3_600_000 / faults.loiterers;
      if (at >= RoomDay.CLOSES_MS) {
        return;
      }
      int breaks = 1 + random.nextInt(4);
      for (int i = 0; i < breaks; i++) {
        int change = random.nextBoolean() ? 1 : -1;
        seen.add(new Walk((long) at + i * 2_000L, random.nextInt(doors), change));
      }
    }
  }

  private boolean isOut(Walk walk) {
    long hour = walk.atMillis() / (60 * RoomDay.MINUTE_MS);
    return switch (faults.outage) {
      case NONE -> false;
      case BLOCKED -> hour >= 11 && hour < 13;
      case DEAD -> hour >= 11 && walk.door() == 0;
      case ONE_WAY -> hour >= 11 && hour < 14 && walk.door() == 0 && walk.change() < 0;
    };
  }
}
