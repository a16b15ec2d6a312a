package io.jinlin.e2e.simulation;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.Device;
import io.jinlin.e2e.check.LedgerFile;
import io.jinlin.hub.settlement.Balance;
import io.jinlin.hub.settlement.Deed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A week of the canteen and the clinic with the sample community, under virtual time from one seed:
 * rushes of 15 scans a minute at each kiosk, cuts, two kiosks without a network that serve the same
 * people, two clinic kiosks that cannot see each other, and what staff enter and take back. Then
 * everything must agree: what was answered, the ledger, the counts, and the accounts to the fen.
 */
public final class Week {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  /** Every day is told from eleven o'clock, when {@link SimMachine} begins. */
  private static final long LUNCH = 0;

  private static final long LUNCH_LASTS = 80 * MINUTE;
  private static final long RUSH = 30 * MINUTE;
  private static final long RUSH_EVERY_MS = 4_000;
  private static final long AFTER_LUNCH = 100 * MINUTE;
  private static final long OFF = 160 * MINUTE;
  private static final long ON_AGAIN = 355 * MINUTE;
  private static final long DINNER = 361 * MINUTE;
  private static final long DINNER_LASTS = 70 * MINUTE;
  private static final long NIGHT = 480 * MINUTE;
  private static final int LUNCHERS = 160;
  private static final int IN_RUSH = 60;
  private static final int DINERS = 80;
  private static final int PATIENTS = 30;
  private static final int BOTH = 40;
  private static final int OFFLINE_LUNCH = 2;
  private static final int BLIND_CLINIC = 4;
  private static final int CUTS = 6;
  private static final String BY = "cook";
  private static final Device SECOND_CLINIC =
      new Device("kiosk-clinic-2", "诊室二号", "clinic", Device.Role.ENTRANCE, 700);

  private final VirtualTime time = new VirtualTime();
  private final WeekBooks books = new WeekBooks();
  private final Random random;
  private final int days;
  private final SimNetwork network;
  private final WeekHub hub;
  private final List<WeekKiosk> canteen = new ArrayList<>();
  private final List<WeekKiosk> clinic = new ArrayList<>();
  private final List<String> elders = new ArrayList<>();
  private final Map<Occasion, List<EventId>> served = new HashMap<>();

  /**
   * What came out.
   *
   * @param answered events that somebody was answered for, staff included
   * @param meals people and meals, each once
   * @param twice meals that two kiosks gave to one person
   * @param tickets numbers of the clinic
   * @param owedFen what all people owed before they paid
   * @param faults broken promises in words
   */
  public record Result(
      long seed,
      int answered,
      int meals,
      int twice,
      long tickets,
      int owedFen,
      List<String> faults) {}

  private Week(long seed, int days, Path sample, Path folder) throws IOException {
    random = new Random(seed);
    this.days = days;
    network = new SimNetwork(time, new Random(random.nextLong()));
    hub = new WeekHub(sample, time, network, books::note);
    hub.enrol(SECOND_CLINIC);
    for (String line : Files.readAllLines(sample.resolve("sample-cards.tsv"))) {
      String[] fields = line.split("\t");
      if (fields.length > 1 && fields[1].equals("elder")) {
        elders.add(fields[0]);
      }
    }
    for (String device : List.of("kiosk-canteen-1", "kiosk-canteen-2")) {
      canteen.add(kiosk(device, folder));
    }
    for (String device : List.of("kiosk-clinic", SECOND_CLINIC.id())) {
      clinic.add(kiosk(device, folder));
    }
  }

  private WeekKiosk kiosk(String device, Path folder) throws IOException {
    Path own = Files.createDirectory(folder.resolve(device));
    return new WeekKiosk(
        device,
        own,
        time,
        network,
        new Random(random.nextLong()),
        (id, event) -> {
          books.note(id, event.fact());
          remember(id, event.fact());
        });
  }

  private void remember(EventId id, Fact fact) {
    if (fact instanceof Fact.Scan scan && scan.outcome() == Outcome.ACCEPTED) {
      scan.occasion()
          .filter(occasion -> occasion.kind() == Occasion.Kind.MEAL)
          .ifPresent(meal -> served.computeIfAbsent(meal, none -> new ArrayList<>()).add(id));
    }
  }

  /**
   * Runs a seed for a week.
   *
   * @param sample a hub's folder as {@code hub sample} fills it on {@link #firstDay}; is changed
   * @param folder an empty one, for the kiosks
   */
  public static Result run(long seed, Path sample, Path folder) throws IOException, SQLException {
    return run(seed, 7, sample, folder);
  }

  /** Only the first so many days of it. */
  public static Result run(long seed, int days, Path sample, Path folder)
      throws IOException, SQLException {
    Week week = new Week(seed, days, sample, folder);
    try {
      for (int day = 0; day < days; day++) {
        week.day(day);
      }
      return week.result(seed, sample);
    } finally {
      week.each(WeekKiosk::switchOff);
      week.hub.close();
    }
  }

  /** When a week begins, in milliseconds since 1970 UTC. */
  public static long beginsAtMillis() {
    return SimMachine.START_MILLIS;
  }

  private interface Act {
    void on(WeekKiosk kiosk);
  }

  private void each(Act act) {
    canteen.forEach(act::on);
    clinic.forEach(act::on);
  }

  private static LocalDate date(int day) {
    return LocalDate.of(2026, 11, 24).plusDays(day);
  }

  private void day(int day) {
    long start = day * DAY;
    each(WeekKiosk::switchOn);
    lunch(day, start + LUNCH + MINUTE);
    clinic(day, start + MINUTE);
    cuts(day, start);
    time.at(
        start + AFTER_LUNCH,
        () -> corrections(new Occasion(Occasion.Kind.MEAL, "lunch", date(day))));
    time.runUntil(start + OFF);
    each(WeekKiosk::switchOff);
    time.runUntil(start + ON_AGAIN);
    each(WeekKiosk::switchOn);
    people(DINERS).forEach(code -> at(start + DINNER, DINNER_LASTS, any(canteen), code));
    time.runUntil(start + NIGHT);
    if (day == days - 1) {
      network.heal();
      time.runUntil(start + NIGHT + 10 * MINUTE);
    }
    each(WeekKiosk::switchOff);
    time.runUntil(start + DAY);
  }

  private void lunch(int day, long start) {
    List<String> codes = people(LUNCHERS);
    int next = 0;
    for (WeekKiosk kiosk : canteen) {
      for (int i = 0; i < IN_RUSH; i++) {
        String code = codes.get(next++);
        time.at(start + RUSH + i * RUSH_EVERY_MS, () -> kiosk.present(code));
      }
    }
    codes.subList(next, codes.size()).forEach(code -> at(start, LUNCH_LASTS, any(canteen), code));
    if (day == OFFLINE_LUNCH) {
      canteen.forEach(kiosk -> cutOff(kiosk, start + 10 * MINUTE, LUNCH_LASTS + 30 * MINUTE));
      for (String code : codes.subList(0, BOTH)) {
        canteen.forEach(kiosk -> at(start + 40 * MINUTE, 30 * MINUTE, kiosk, code));
      }
    }
  }

  private void clinic(int day, long start) {
    for (String code : people(PATIENTS)) {
      at(start, LUNCH_LASTS, any(clinic), code);
    }
    if (day == BLIND_CLINIC) {
      clinic.forEach(kiosk -> cutOff(kiosk, start + 2 * MINUTE, LUNCH_LASTS));
    }
  }

  private void cuts(int day, long start) {
    for (int i = 0; i < CUTS; i++) {
      WeekKiosk kiosk = random.nextBoolean() ? any(canteen) : any(clinic);
      long from = start + (long) (random.nextDouble() * OFF);
      if (random.nextBoolean()) {
        time.at(from, () -> network.sever(kiosk.name()));
      } else if (day != OFFLINE_LUNCH && day != BLIND_CLINIC) {
        cutOff(kiosk, from, (1 + random.nextInt(9)) * MINUTE);
      }
    }
  }

  private void cutOff(WeekKiosk kiosk, long from, long lasts) {
    time.at(from, () -> network.cutOff(kiosk.name()));
    time.at(from + lasts, () -> network.joinAgain(kiosk.name()));
  }

  /** What a cook enters: meals taken back, forgotten cards, further portions, guests, staff. */
  private void corrections(Occasion lunch) {
    List<EventId> meals = new ArrayList<>(served.getOrDefault(lunch, List.of()));
    Collections.shuffle(meals, random);
    meals.stream()
        .limit(3)
        .forEach(meal -> hub.append(new Fact.Voiding("canteen", meal, "登记错了", BY)));
    List<String> some = people(5);
    for (String code : some.subList(0, 3)) {
      hub.append(serving(lunch, Fact.Serving.Kind.FORGOTTEN_CARD, person(code), 1));
    }
    for (String code : some.subList(2, 5)) {
      hub.append(serving(lunch, Fact.Serving.Kind.SECOND_PORTION, person(code), 1));
    }
    hub.append(serving(lunch, Fact.Serving.Kind.GUEST, 0, 2));
    hub.append(serving(lunch, Fact.Serving.Kind.STAFF_MEAL, 0, 4));
  }

  private static Fact serving(Occasion meal, Fact.Serving.Kind kind, long person, int portions) {
    return new Fact.Serving(
        "canteen", meal, kind, person, Optional.empty(), Way.DINE_IN, portions, "补登记", BY);
  }

  private long person(String code) {
    CardCode card = ((CardReading.Card) CardCode.read(code)).code();
    return hub.cards().personOf(card.keys(Estate.SITE).ref()).orElseThrow();
  }

  private List<String> people(int count) {
    List<String> all = new ArrayList<>(elders);
    Collections.shuffle(all, random);
    return all.subList(0, count);
  }

  private WeekKiosk any(List<WeekKiosk> kiosks) {
    return kiosks.get(random.nextInt(kiosks.size()));
  }

  /** Somebody comes at some time within so long. */
  private void at(long from, long within, WeekKiosk kiosk, String code) {
    time.at(from + (long) (random.nextDouble() * within), () -> kiosk.present(code));
  }

  private Result result(long seed, Path sample) throws SQLException {
    LedgerFile ledger = LedgerFile.read(sample.resolve(WeekHub.FILE));
    Map<Occasion, Set<Long>> meals = books.meals(hub.cards()::personOf);
    List<String> faults = books.faults(ledger, meals);
    Map<Long, Integer> owed = hub.database().read(db -> books.owed(db, meals));
    Map<Long, Integer> charged = new TreeMap<>();
    for (Balance balance : hub.settlement().balances()) {
      charged.put(balance.person(), balance.owedFen());
    }
    if (!charged.equals(owed)) {
      faults.add("accounts " + charged + " are not what was eaten, " + owed);
    }
    pay(charged, faults);
    int once = meals.values().stream().mapToInt(Set::size).sum();
    int accepted = served.values().stream().mapToInt(List::size).sum();
    return new Result(
        seed,
        books.size(),
        once,
        accepted - once,
        books.tickets(),
        owed.values().stream().mapToInt(Integer::intValue).sum(),
        faults);
  }

  /** Everybody pays, and the drawer has what they owed. */
  private void pay(Map<Long, Integer> charged, List<String> faults) {
    charged.forEach(
        (person, fen) -> {
          if (fen > 0) {
            var unused = hub.settlement().pay(person, fen, Deed.Method.CASH, BY, "");
          }
        });
    time.runUntil(time.now() + MINUTE);
    int cash = hub.settlement().day(hub.settlement().today()).fen(Deed.Method.CASH);
    int sum = charged.values().stream().mapToInt(Integer::intValue).sum();
    if (cash != sum) {
      faults.add("the drawer has " + cash + " fen of " + sum);
    }
    hub.settlement().balances().stream()
        .filter(balance -> balance.owedFen() != 0)
        .forEach(balance -> faults.add("still not settled: " + balance));
  }
}
