package io.jinlin.e2e.day;

import io.jinlin.edge.decide.PlaceNow;
import io.jinlin.edge.decide.Verdict;
import java.util.List;
import java.util.Random;

/** The clinic's number machine: a patient every few minutes, who taps what for. */
final class Waiting implements Agenda.Activity {
  private static final int PATIENTS = 420;
  private static final long ARRIVAL_MS = 180_000;
  private static final long TAP_MS = 3_000;
  private static final long CLOSED_MS = 20_000;

  private final Agenda agenda;
  private final Random random;
  private final Station kiosk;
  private final List<String> patients;

  Waiting(Agenda agenda, Random random, Station kiosk, Deck deck) {
    this.agenda = agenda;
    this.random = random;
    this.kiosk = kiosk;
    this.patients = deck.regulars("elder", PATIENTS);
  }

  @Override
  public long step() {
    boolean open = kiosk.now().filter(now -> now.kind() == PlaceNow.Kind.QUEUE).isPresent();
    if (!open || patients.isEmpty()) {
      return CLOSED_MS;
    }
    Verdict verdict = kiosk.present(patients.get(random.nextInt(patients.size())));
    if (verdict instanceof Verdict.Choose asked) {
      String choice = asked.choices().get(random.nextInt(asked.choices().size())).id();
      agenda.after(TAP_MS, () -> kiosk.choose(choice));
    }
    return ARRIVAL_MS / 2 + random.nextInt((int) ARRIVAL_MS);
  }
}
