package io.jinlin.e2e.day;

import java.util.List;
import java.util.Random;

/** Somebody without a card presses the help button; the call ends when the help is done. */
final class Helpless implements Agenda.Activity {
  private static final long EVERY_MS = 15 * 60_000;
  private static final long HELPED_MS = 100_000;

  private final Agenda agenda;
  private final Random random;
  private final List<Station> kiosks;

  Helpless(Agenda agenda, Random random, List<Station> kiosks) {
    this.agenda = agenda;
    this.random = random;
    this.kiosks = kiosks;
  }

  @Override
  public long step() {
    Station kiosk = kiosks.get(random.nextInt(kiosks.size()));
    if (kiosk.now().isPresent()) {
      String call = kiosk.callHelp();
      agenda.after(HELPED_MS, () -> kiosk.endHelp(call));
    }
    return EVERY_MS / 2 + random.nextInt((int) EVERY_MS);
  }
}
