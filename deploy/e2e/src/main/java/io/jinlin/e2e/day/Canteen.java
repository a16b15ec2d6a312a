package io.jinlin.e2e.day;

import io.jinlin.edge.decide.PlaceNow;
import io.jinlin.edge.decide.Verdict;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The canteen: a rush of fifteen scans a minute at a kiosk after the doors open, then a trickle.
 * Now and then a second scan, a stranger's code, a card that cannot be read.
 */
final class Canteen implements Agenda.Activity {
  static final int REGULARS = 180;

  private static final long MINUTE_MS = 60_000;
  private static final long RUSH_MS = 4_000;
  private static final long TRICKLE_MS = 28_000;
  private static final long NOT_OPEN_MS = 10_000;
  private static final Duration RUSH = Duration.ofMinutes(45);
  private static final String PAYMENT_CODE = "https://qr.alipay.com/fkx00000sample";

  private final Agenda agenda;
  private final Random random;
  private final List<Station> kiosks;
  private final Station exit;
  private final Doorway door;
  private final List<String> diners;
  private final List<String> strangers;
  private final List<String> waiting = new ArrayList<>();
  private Optional<LocalDateTime> meal = Optional.empty();

  /**
   * @param kiosks one or more before the counter
   * @param exit where some present their card again on the way out
   */
  Canteen(
      Agenda agenda, Random random, List<Station> kiosks, Station exit, Doorway door, Deck deck) {
    this.agenda = agenda;
    this.random = random;
    this.kiosks = kiosks;
    this.exit = exit;
    this.door = door;
    this.diners = deck.regulars("elder", REGULARS);
    this.strangers = strangers(deck);
  }

  private static List<String> strangers(Deck deck) {
    List<String> codes = new ArrayList<>(deck.of("unknown"));
    codes.addAll(deck.regulars("revoked", 3));
    deck.regulars("elder", 1).forEach(code -> codes.add(code.substring(0, code.length() - 3)));
    codes.add(PAYMENT_CODE);
    return codes;
  }

  @Override
  public long step() {
    Station kiosk = kiosks.get(random.nextInt(kiosks.size()));
    Optional<PlaceNow> now = kiosk.now().filter(place -> place.kind() == PlaceNow.Kind.MEAL);
    if (now.isEmpty()) {
      return NOT_OPEN_MS;
    }
    openFor(now.get());
    if (random.nextInt(60) == 0) {
      kiosk.present(strangers.get(random.nextInt(strangers.size())));
    } else if (!waiting.isEmpty()) {
      serve(kiosk, waiting.remove(waiting.size() - 1));
    }
    return pause(kiosk, now.get());
  }

  /** A new meal: the same people are hungry again. */
  private void openFor(PlaceNow now) {
    if (!now.opens().equals(meal)) {
      meal = now.opens();
      waiting.clear();
      waiting.addAll(diners);
      Collections.shuffle(waiting, random);
    }
  }

  private void serve(Station kiosk, String card) {
    door.in();
    if (kiosk.present(card) instanceof Verdict.Accepted) {
      long stay = (12 + random.nextInt(25)) * MINUTE_MS;
      boolean presents = random.nextInt(100) < 30;
      agenda.after(stay, () -> leave(card, presents));
      if (random.nextInt(25) == 0) {
        agenda.after(90_000 + random.nextInt(120_000), () -> kiosk.present(card));
      }
    } else {
      agenda.after(MINUTE_MS, door::out);
    }
  }

  private void leave(String card, boolean presents) {
    if (presents) {
      exit.present(card);
    }
    door.out();
  }

  private long pause(Station kiosk, PlaceNow now) {
    boolean rush =
        now.opens()
            .filter(opens -> Duration.between(opens, kiosk.time()).compareTo(RUSH) < 0)
            .isPresent();
    long mean = waiting.isEmpty() ? NOT_OPEN_MS : rush ? RUSH_MS : TRICKLE_MS;
    return mean / 2 + random.nextInt((int) mean);
  }
}
