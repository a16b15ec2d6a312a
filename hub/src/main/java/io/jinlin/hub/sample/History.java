package io.jinlin.hub.sample;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.Session;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes up the days of the past, each the same whenever it is made. */
final class History {

  private static final LocalTime SWITCHED_ON = LocalTime.of(5, 40);
  private static final double LUNCH = 0.58;
  private static final double BREAKFAST = 0.22;
  private static final double DINNER = 0.26;
  private static final int PATIENTS = 46;
  private static final int VISITORS = 70;
  private static final double COMES_TO_SCHOOL = 0.93;
  private static final double COMES_TO_CLASS = 0.84;

  private final Regulars regulars;
  private final ZoneId zone;
  private final long seed;

  History(Community community, long seed, LocalDate today) {
    this.regulars = new Regulars(community, new Random(seed), today);
    this.zone = community.site().zone();
    this.seed = seed;
  }

  /** What the devices recorded on a day; nothing when the centre was closed. */
  Collection<DeviceDay> of(LocalDate date) {
    if (Seasons.closed(date)) {
      return List.of();
    }
    Making making = new Making(date, new Random(seed * 31 + date.toEpochDay()));
    making.meal("breakfast", BREAKFAST, LocalTime.of(6, 35), 100);
    making.meal("lunch", LUNCH, LocalTime.of(11, 2), 70);
    making.meal("dinner", DINNER, LocalTime.of(17, 3), 75);
    making.clinic();
    making.sessions();
    making.visits();
    return making.devices.values();
  }

  /** One day in the making. */
  private final class Making {

    private final LocalDate date;
    private final Random random;
    private final double crowd;
    private final Map<String, DeviceDay> devices = new LinkedHashMap<>();

    Making(LocalDate date, Random random) {
      this.date = date;
      this.random = random;
      this.crowd = Seasons.crowd(date);
    }

    private DeviceDay device(String id) {
      long boot = millis(date.atTime(SWITCHED_ON));
      return devices.computeIfAbsent(id, name -> new DeviceDay(name, boot));
    }

    private long millis(LocalDateTime time) {
      return time.atZone(zone).toInstant().toEpochMilli();
    }

    /** Most come soon after the doors open. */
    private long after(LocalTime time, int minutes) {
      double part = Math.min(random.nextDouble(), random.nextDouble());
      return millis(date.atTime(time)) + (long) (part * minutes * 60_000);
    }

    private void scan(String device, String place, long person, long at, Occasion occasion) {
      scan(device, place, person, at, occasion, Optional.empty(), 0);
    }

    private void scan(
        String device,
        String place,
        long person,
        long at,
        Occasion occasion,
        Optional<Way> way,
        int ticket) {
      CardRef ref = regulars.card(person);
      Fact fact =
          new Fact.Scan(
              place, ref, Outcome.ACCEPTED, Optional.of(occasion), way, ticket, Input.CAMERA);
      device(device).add(at, fact);
      if (ticket == 0 && random.nextInt(100) == 0) {
        device(device)
            .add(
                at + 70_000 + random.nextInt(60_000),
                new Fact.Scan(
                    place, ref, Outcome.ALREADY, Optional.of(occasion), way, 0, Input.CAMERA));
      }
    }

    void meal(String meal, double appetite, LocalTime from, int minutes) {
      Occasion occasion = new Occasion(Occasion.Kind.MEAL, meal, date);
      List<Long> diners = regulars.diners();
      for (int i = 0; i < diners.size(); i++) {
        double keen = 1.5 - 1.0 * i / diners.size();
        if (random.nextDouble() > appetite * crowd * keen) {
          continue;
        }
        long at = after(from, minutes);
        Way way = way();
        scan(kiosk(), "canteen", diners.get(i), at, occasion, Optional.of(way), 0);
        if (way == Way.DINE_IN && random.nextInt(100) < 30) {
          Fact left = new Fact.Departure("canteen", regulars.card(diners.get(i)), Input.CAMERA);
          device("exit-canteen").add(at + (15 + random.nextInt(25)) * 60_000L, left);
        }
      }
    }

    private String kiosk() {
      return random.nextInt(100) < 60 ? "kiosk-canteen-1" : "kiosk-canteen-2";
    }

    private Way way() {
      int chance = random.nextInt(100);
      if (chance < 70) {
        return Way.DINE_IN;
      }
      return chance < 90 ? Way.COLLECT : chance < 95 ? Way.DELIVER : Way.BY_PROXY;
    }

    void clinic() {
      String[] queues = {
        "chinese-medicine", "basic-care", "basic-care", "public-health", "pharmacy"
      };
      List<Long> patients = new ArrayList<>(regulars.patients());
      Collections.shuffle(patients, random);
      int count = (int) (PATIENTS * crowd) + random.nextInt(8);
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        times.add(after(LocalTime.of(8, 0), 540));
      }
      Collections.sort(times);
      for (int i = 0; i < count; i++) {
        String queue = queues[random.nextInt(queues.length)];
        Occasion occasion = new Occasion(Occasion.Kind.CLINIC, queue, date);
        scan(
            "kiosk-clinic",
            "clinic",
            patients.get(i),
            times.get(i),
            occasion,
            Optional.empty(),
            101 + i);
      }
    }

    void sessions() {
      for (Session session : SampleTimetable.of(date)) {
        Occasion occasion = new Occasion(Occasion.Kind.SESSION, session.id(), date);
        LocalTime doors = session.starts().toLocalTime().minusMinutes(25);
        for (long person : comers(session)) {
          scan("kiosk-" + session.place(), session.place(), person, after(doors, 40), occasion);
        }
        if (session.series().equals(SampleTimetable.SCHOOL)) {
          collect(session, occasion);
        }
      }
    }

    private List<Long> comers(Session session) {
      boolean school = session.series().equals(SampleTimetable.SCHOOL);
      List<Long> comers = new ArrayList<>();
      if (!session.walkIns()) {
        double chance = school ? COMES_TO_SCHOOL : COMES_TO_CLASS * Math.min(1, crowd + 0.2);
        for (long person : regulars.enrolled(session.series())) {
          if (random.nextDouble() < chance) {
            comers.add(person);
          }
        }
        return comers;
      }
      List<Long> guests = new ArrayList<>(regulars.guests());
      Collections.shuffle(guests, random);
      return guests.subList(
          0, (int) (drawn(session.series()) * crowd * (0.8 + random.nextDouble() * 0.4)));
    }

    /** How many an ordinary day draws; nobody has ever come to the English corner. */
    private int drawn(String series) {
      return switch (series) {
        case "film" -> 42;
        case "talk" -> 30;
        case "singing" -> 24;
        case "opera" -> 36;
        case "party-class" -> 22;
        case "family-reading" -> 14;
        case "baduanjin" -> 13;
        default -> 0;
      };
    }

    private void collect(Session session, Occasion occasion) {
      for (Map.Entry<Long, List<Long>> one : regulars.childrenOfCollector().entrySet()) {
        long at = millis(session.ends()) + (random.nextInt(25) - 8) * 60_000L;
        List<CardRef> children = one.getValue().stream().map(regulars::card).toList();
        CardRef adult = regulars.card(one.getKey());
        device("kiosk-school")
            .add(at, new Fact.Collection("school", adult, occasion, children, Input.CAMERA));
      }
    }

    void visits() {
      List<Long> guests = new ArrayList<>(regulars.guests());
      Collections.shuffle(guests, random);
      int count = (int) (VISITORS * crowd);
      for (int i = 0; i < count; i++) {
        String place = i % 3 == 0 ? "reading" : i % 3 == 1 ? "hall" : "fitness";
        Occasion occasion = new Occasion(Occasion.Kind.VISIT, place, date);
        scan("kiosk-" + place, place, guests.get(i), after(LocalTime.of(7, 40), 620), occasion);
      }
    }
  }
}
