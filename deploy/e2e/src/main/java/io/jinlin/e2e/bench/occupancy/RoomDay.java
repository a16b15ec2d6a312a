package io.jinlin.e2e.bench.occupancy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What people do in a room on a day from 8:00 to 20:00, on a clock that starts at 0: they drop in
 * and stay as long as they like, and come to sessions and leave when these end.
 *
 * @param sessions from and until, in milliseconds
 */
record RoomDay(List<Walk> walks, List<long[]> sessions) {
  static final long MINUTE_MS = 60_000;
  static final long OPENS_MS = 8 * 60 * MINUTE_MS;
  static final long CLOSES_MS = 20 * 60 * MINUTE_MS;

  /**
   * What sort of room.
   *
   * @param visitorsPerHour who drop in
   * @param stayMinutes how long they stay on average
   * @param guests of each session
   * @param sessionHours at which sessions of ninety minutes begin
   */
  record Kind(
      String name, double visitorsPerHour, double stayMinutes, int guests, int... sessionHours) {}

  static final Kind GYM = new Kind("gym: 12 an hour stay 60 min", 12, 60, 0);
  static final Kind HALL = new Kind("hall: 60 an hour stay 20 min", 60, 20, 0);
  static final Kind CLASSES =
      new Kind("classroom: 3 sessions of 30, 4 an hour besides", 4, 40, 30, 9, 14, 18);

  /** A day; one in four is twice as busy. */
  static RoomDay of(Kind kind, int doors, Random random) {
    List<Walk> walks = new ArrayList<>();
    double busy = random.nextInt(4) == 0 ? 2 : 1;
    double at = OPENS_MS;
    while (true) {
      at += -Math.log(1 - random.nextDouble()) * 60 * MINUTE_MS / (kind.visitorsPerHour * busy);
      if (at >= CLOSES_MS) {
        break;
      }
      // Long-tailed, as stays are: log-normal with its mean at the kind's.
      double stay = kind.stayMinutes * Math.exp(0.7 * random.nextGaussian() - 0.245);
      visit(walks, (long) at, (long) (at + stay * MINUTE_MS), doors, random);
    }
    List<long[]> sessions = new ArrayList<>();
    for (int hour : kind.sessionHours) {
      long from = hour * 60 * MINUTE_MS;
      long until = from + 90 * MINUTE_MS;
      sessions.add(new long[] {from, until});
      int guests = kind.guests / 2 + random.nextInt(kind.guests);
      for (int i = 0; i < guests; i++) {
        long in = from + (long) ((random.nextGaussian() * 4 - 6) * MINUTE_MS);
        long out = until + (long) (random.nextDouble() * 6 * MINUTE_MS);
        visit(walks, in, out, doors, random);
      }
    }
    Collections.sort(walks);
    return new RoomDay(walks, sessions);
  }

  private static void visit(List<Walk> walks, long in, long out, int doors, Random random) {
    long gone = Math.min(out, CLOSES_MS + random.nextInt((int) (10 * MINUTE_MS)));
    if (gone > in) {
      walks.add(new Walk(in, random.nextInt(doors), 1));
      walks.add(new Walk(gone, random.nextInt(doors), -1));
    }
  }

  /** How many are really in. */
  int people(long atMillis) {
    int people = 0;
    for (Walk walk : walks) {
      if (walk.atMillis() > atMillis) {
        break;
      }
      people += walk.change();
    }
    return people;
  }
}
