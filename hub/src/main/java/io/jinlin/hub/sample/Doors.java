package io.jinlin.hub.sample;

import io.jinlin.hub.residents.Household;
import java.util.Optional;

/** The doors of three building phases, one after another: blocks of two stairs, floors of four. */
final class Doors {

  private static final int[] BLOCKS_OF_PHASE = {16, 18, 20};
  private static final int STAIRS = 2;
  private static final int FLOORS = 11;
  private static final int DOORS_OF_FLOOR = 4;
  private static final int GRIDS = 12;

  private long next;

  /** The next door; there are 54 × 88 = 4,752. */
  Household next() {
    int door = (int) (next % DOORS_OF_FLOOR);
    int floor = (int) (next / DOORS_OF_FLOOR % FLOORS);
    int stair = (int) (next / DOORS_OF_FLOOR / FLOORS % STAIRS);
    int block = (int) (next / DOORS_OF_FLOOR / FLOORS / STAIRS);
    int grid = block % GRIDS + 1;
    int phase = 0;
    while (block >= BLOCKS_OF_PHASE[phase]) {
      block -= BLOCKS_OF_PHASE[phase];
      phase++;
    }
    next++;
    return new Household(
        next,
        phase + 1,
        block + 1,
        stair + 1,
        (floor + 1) * 100 + door + 1,
        "grid-" + grid,
        Optional.empty());
  }
}
