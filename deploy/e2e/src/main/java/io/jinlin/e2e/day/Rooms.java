package io.jinlin.e2e.day;

import io.jinlin.contract.page.Session;
import io.jinlin.edge.decide.PlaceNow;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A room with a timetable: who is enrolled comes to a session, guests to an open one. */
final class Rooms implements Agenda.Activity {
  /** The series whose children are collected. */
  static final String SCHOOL = "school-430";

  private static final long ARRIVAL_MS = 9_000;
  private static final long VISIT_MS = 240_000;
  private static final long NOTHING_ON_MS = 20_000;
  private static final int WALK_INS = 30;
  private static final int STAY_AWAY_PERCENT = 12;
  private static final Duration COLLECTED_BEFORE_END = Duration.ofMinutes(12);

  private final Random random;
  private final Station kiosk;
  private final Deck deck;
  private final Map<String, List<String>> expected = new HashMap<>();

  Rooms(Random random, Station kiosk, Deck deck) {
    this.random = random;
    this.kiosk = kiosk;
    this.deck = deck;
  }

  @Override
  public long step() {
    Optional<PlaceNow> now = kiosk.now();
    if (now.isEmpty() || now.get().kind() == PlaceNow.Kind.CLOSED) {
      return NOTHING_ON_MS;
    }
    if (now.get().kind() == PlaceNow.Kind.SESSION) {
      return current().map(this::session).orElse(NOTHING_ON_MS);
    }
    List<String> guests = deck.regulars("adult", 200);
    if (now.get().kind() == PlaceNow.Kind.VISIT && !guests.isEmpty()) {
      kiosk.present(guests.get(random.nextInt(guests.size())));
    }
    return VISIT_MS / 2 + random.nextInt((int) VISIT_MS);
  }

  /** The session that is on or begins next within the half hour before it. */
  private Optional<Session> current() {
    LocalDateTime time = kiosk.time();
    return kiosk.sessions().stream()
        .filter(session -> time.isBefore(session.ends()))
        .filter(session -> !time.isBefore(session.starts().minusMinutes(30)))
        .findFirst();
  }

  private long session(Session session) {
    boolean over = kiosk.time().isAfter(session.ends().minus(COLLECTED_BEFORE_END));
    boolean collecting = over && session.series().equals(SCHOOL);
    String who = collecting ? "collector" : session.id();
    List<String> coming =
        expected.computeIfAbsent(
            collecting ? session.id() + "/" + who : session.id(),
            id -> people(session, collecting));
    if (coming.isEmpty() || (over && !collecting)) {
      return NOTHING_ON_MS;
    }
    kiosk.present(coming.remove(coming.size() - 1));
    return ARRIVAL_MS / 2 + random.nextInt((int) ARRIVAL_MS);
  }

  private List<String> people(Session session, boolean collecting) {
    List<String> people = new ArrayList<>(kindOf(session, collecting));
    people.removeIf(card -> !collecting && random.nextInt(100) < STAY_AWAY_PERCENT);
    Collections.shuffle(people, random);
    return people;
  }

  private List<String> kindOf(Session session, boolean collecting) {
    if (collecting) {
      return deck.of("collector");
    }
    if (session.series().equals(SCHOOL)) {
      return deck.of("pupil");
    }
    return session.walkIns() ? someElders() : deck.of(session.series());
  }

  private List<String> someElders() {
    List<String> elders = new ArrayList<>(deck.regulars("elder", Canteen.REGULARS));
    Collections.shuffle(elders, random);
    return elders.subList(0, Math.min(WALK_INS, elders.size()));
  }
}
