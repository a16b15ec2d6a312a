package io.jinlin.e2e.day;

import java.util.Random;

/** People who drift through the hall without a card: in, a while, out; some only look in. */
final class Strollers implements Agenda.Activity {
  private static final long ARRIVAL_MS = 40_000;
  private static final long MINUTE_MS = 60_000;
  private static final int CROWDED = 45;

  private final Agenda agenda;
  private final Random random;
  private final Station station;
  private final Doorway door;

  Strollers(Agenda agenda, Random random, Station station, Doorway door) {
    this.agenda = agenda;
    this.random = random;
    this.station = station;
    this.door = door;
  }

  @Override
  public long step() {
    if (station.now().isPresent() && door.inside() < CROWDED) {
      if (random.nextInt(12) == 0) {
        door.turnBack();
      } else {
        door.in();
        agenda.after((5 + random.nextInt(25)) * MINUTE_MS, door::out);
      }
    }
    return ARRIVAL_MS / 2 + random.nextInt((int) ARRIVAL_MS);
  }
}
