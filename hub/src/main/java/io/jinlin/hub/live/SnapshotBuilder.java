package io.jinlin.hub.live;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.ClinicQueue;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.page.Session;
import io.jinlin.contract.page.Site;
import io.jinlin.hub.clinic.ClinicState;
import io.jinlin.hub.clinic.Visit;
import io.jinlin.hub.ledger.Trouble;
import io.jinlin.hub.rooms.RoomDesk;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Puts together what the staff page shows at a moment. */
final class SnapshotBuilder {

  /** The curves begin at six in the morning. */
  private static final LocalTime CURVE_FROM = LocalTime.of(6, 0);

  /** One point of a curve, in milliseconds. */
  private static final long CURVE_STEP_MS = 300_000;

  private final Day day;
  private final RowMaker rows;
  private final Figures figures;
  private final ClinicState clinic;
  private final long nowMillis;
  private final LocalDateTime now;

  /**
   * What the ledger's tables say.
   *
   * @param today sums of today's occasions
   * @param lastWeek of the same weekday
   * @param enrolled people by series
   * @param review how many events wait for somebody to look at them
   * @param answers who saw to full rooms today
   */
  record Figures(
      Tallies today,
      Tallies lastWeek,
      Map<String, Integer> enrolled,
      long review,
      List<RoomDesk.Answered> answers) {}

  SnapshotBuilder(Day day, RowMaker rows, Figures figures, ClinicState clinic, long nowMillis) {
    this.day = day;
    this.rows = rows;
    this.figures = figures;
    this.clinic = clinic;
    this.nowMillis = nowMillis;
    this.now = Instant.ofEpochMilli(nowMillis).atZone(day.places().site().zone()).toLocalDateTime();
  }

  Snapshot build(List<Snapshot.DeviceNow> devices, Trouble trouble) {
    Site site = day.places().site();
    return new Snapshot(
        nowMillis,
        new Snapshot.SiteNow(site.id(), site.name(), site.nameEnglish(), site.zone().getId()),
        day.date().toString(),
        meals(),
        seats(),
        clinic(),
        day.sessions().stream().map(this::session).toList(),
        day.places().places().stream().map(this::place).toList(),
        devices,
        day.help().open().stream().map(this::help).toList(),
        day.handOvers().open().stream().map(this::handOver).toList(),
        figures.review,
        trouble == Trouble.NONE ? null : Words.of(trouble),
        attendances(),
        day.latest().stream().map(rows::row).toList(),
        new ClosureList(day.places(), now).now(),
        day.counter().stream().map(rows::row).toList(),
        RoomAlerts.of(day, figures.answers, nowMillis));
  }

  private List<Snapshot.Meal> meals() {
    List<Snapshot.Meal> meals = new ArrayList<>();
    for (Place place : day.places().places()) {
      for (MealPeriod meal : day.places().meals(place, day.date())) {
        meals.add(meal(place, meal));
      }
    }
    return meals;
  }

  private Snapshot.Meal meal(Place place, MealPeriod meal) {
    Occasion today = new Occasion(Occasion.Kind.MEAL, meal.id(), day.date());
    Occasion before = new Occasion(Occasion.Kind.MEAL, meal.id(), day.date().minusWeeks(1));
    long served = figures.today.total(today);
    OptionalInt cooked = day.kitchen().cooked(today);
    return new Snapshot.Meal(
        today.text(),
        place.id(),
        new Text(meal.name(), meal.nameEnglish()),
        meal.opens().toString(),
        meal.closes().toString(),
        state(day.date().atTime(meal.opens()), day.date().atTime(meal.closes())),
        served,
        figures.today.ways(today),
        figures.lastWeek.total(before),
        cooked.isPresent() ? cooked.getAsInt() : null,
        day.kitchen().isSoldOut(today, served),
        day.kitchen().isClosedByHand(today),
        menu(place, today));
  }

  private List<Snapshot.DishNow> menu(Place place, Occasion meal) {
    return day.places().mealDay(place.id(), day.date()).stream()
        .flatMap(today -> today.dishes(meal.id()).stream())
        .map(
            dish ->
                new Snapshot.DishNow(
                    dish.name(),
                    dish.nameEnglish().isBlank() ? dish.name() : dish.nameEnglish(),
                    dish.marks().stream().sorted().map(Words::of).toList()))
        .toList();
  }

  private String state(LocalDateTime starts, LocalDateTime ends) {
    if (now.isBefore(starts)) {
      return "before";
    }
    return now.isBefore(ends) ? "open" : "after";
  }

  private Snapshot.Seats seats() {
    for (Place place : day.places().places()) {
      if (place.service() == Service.CANTEEN) {
        Occupancy seen = day.crowd().at(place, nowMillis);
        int taken = Math.min(seen.people(), place.capacity());
        return new Snapshot.Seats(taken, place.capacity(), Words.of(seen.basis()), age(seen));
      }
    }
    return new Snapshot.Seats(0, 0, Words.of(Basis.NONE), 0);
  }

  /** In a word, for the wall. */
  String seatsLevel() {
    return day.places().places().stream()
        .filter(place -> place.service() == Service.CANTEEN)
        .findFirst()
        .map(place -> level(place, day.crowd().at(place, nowMillis)))
        .orElse(Level.NONE.word());
  }

  private static String level(Place place, Occupancy seen) {
    return seen.basis() == Basis.NONE
        ? Level.NONE.word()
        : Level.of(seen.people(), place.capacity(), place.softPercent()).word();
  }

  private long age(Occupancy seen) {
    return seen.basis() == Basis.NONE ? 0 : Math.max(0, nowMillis - seen.sinceMillis());
  }

  private Snapshot.Clinic clinic() {
    List<Snapshot.Queue> queues = new ArrayList<>();
    int waiting = 0;
    for (Place place : day.places().places()) {
      for (ClinicQueue queue : place.queues()) {
        List<Integer> tickets = clinic.queue(queue.id()).numbers();
        waiting += tickets.size();
        queues.add(
            new Snapshot.Queue(
                queue.id(),
                queue.name(),
                queue.nameEnglish(),
                tickets.size(),
                tickets.isEmpty() ? null : tickets.get(0),
                lastCalled(queue.id())));
      }
    }
    return new Snapshot.Clinic(waiting, queues);
  }

  private List<Integer> lastCalled(String queue) {
    return clinic.calls().stream()
        .filter(visit -> visit.queue().equals(queue))
        .limit(ClinicBoard.SHOWN)
        .map(Visit::ticket)
        .toList();
  }

  private Snapshot.SessionNow session(Session session) {
    Occasion occasion = new Occasion(Occasion.Kind.SESSION, session.id(), day.date());
    Text place = rows.labels().place(session.place());
    return new Snapshot.SessionNow(
        occasion.text(),
        new Text(session.title(), session.titleEnglish()),
        new Snapshot.Named(session.place(), place.zh(), place.en()),
        session.category(),
        session.starts().toLocalTime().toString(),
        session.ends().toLocalTime().toString(),
        state(session.starts(), session.ends()),
        figures.today.total(occasion),
        figures.enrolled.getOrDefault(session.series(), 0),
        session.capacity());
  }

  private Snapshot.PlaceNow place(Place place) {
    Occupancy seen = day.crowd().at(place, nowMillis);
    return new Snapshot.PlaceNow(
        place.id(),
        place.name(),
        place.nameEnglish(),
        seen.people(),
        place.capacity(),
        place.softPercent(),
        level(place, seen),
        Words.of(seen.basis()),
        age(seen),
        seen.doubt(),
        curve(place));
  }

  private List<Integer> curve(Place place) {
    List<Integer> curve = new ArrayList<>();
    long from = day.startMillis() + CURVE_FROM.toSecondOfDay() * 1_000L;
    for (long at = from; at <= nowMillis && at < day.endMillis(); at += CURVE_STEP_MS) {
      curve.add(day.crowd().at(place, at).people());
    }
    return curve;
  }

  private Snapshot.Help help(HelpCalls.Open open) {
    return new Snapshot.Help(
        open.device(),
        open.place(),
        rows.labels().place(open.place()),
        open.call(),
        Math.max(0, nowMillis - open.sinceMillis()));
  }

  private Snapshot.HandOver handOver(HandOvers.Asked asked) {
    return new Snapshot.HandOver(
        RowMaker.name(asked.event()),
        asked.place(),
        new Snapshot.Adult(rows.name(asked.adult())),
        asked.children().stream()
            .map(child -> new Snapshot.Child(child.text(), rows.name(child)))
            .toList(),
        Math.max(0, nowMillis - asked.sinceMillis()));
  }

  private Snapshot.Attendances attendances() {
    long portions = figures.today.total(Occasion.Kind.MEAL);
    long meals = figures.today.attendances(Occasion.Kind.MEAL);
    long sessions = figures.today.total(Occasion.Kind.SESSION);
    long clinic = figures.today.total(Occasion.Kind.CLINIC);
    return new Snapshot.Attendances(
        meals + sessions + clinic,
        day.people(),
        figures.today.occasions(Occasion.Kind.SESSION),
        portions);
  }
}
