package io.jinlin.e2e.bench.occupancy;

/**
 * Somebody really goes through a door.
 *
 * @param door which of the room's
 * @param change 1 in, −1 out
 */
record Walk(long atMillis, int door, int change) implements Comparable<Walk> {
  @Override
  public int compareTo(Walk other) {
    return Long.compare(atMillis, other.atMillis);
  }
}
