package io.jinlin.edge.decide;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.ClinicQueue;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Session;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The openings of a place around now, in order of time. */
final class Openings {
  /** How far ahead the next opening is looked for, in days. */
  private static final int DAYS_AHEAD = 8;

  private final Situation here;
  private final LocalDateTime now;
  private final List<Opening> all;

  private Openings(Situation here, List<Opening> all) {
    this.here = here;
    this.now = here.now();
    this.all = all;
  }

  /** What the place's service opens: meals, queues or sessions; nothing for a hall. */
  static Openings of(Situation here) {
    List<Opening> all =
        switch (here.place().service()) {
          case CANTEEN -> meals(here);
          case CLINIC -> queues(here);
          case ACTIVITY, SCHOOL -> here.sessions().stream().map(s -> session(here, s)).toList();
          case HALL -> List.of();
        };
    Comparator<Opening> byTime = Comparator.comparing(Opening::opens);
    return new Openings(
        here, all.stream().sorted(byTime.thenComparing(o -> o.occasion().id())).toList());
  }

  /** Those with which a scan is answered now, the ones that have begun before those to come. */
  List<Opening> current() {
    List<Opening> current = new ArrayList<>();
    all.stream().filter(opening -> opening.openAt(now)).forEach(current::add);
    all.stream()
        .filter(opening -> opening.answersAt(now) && !opening.openAt(now))
        .forEach(current::add);
    return current;
  }

  /**
   * The next to open, of those with which a scan is not answered yet and no closure is in the way.
   */
  Optional<Opening> next() {
    return all.stream()
        .filter(opening -> opening.from().isAfter(now))
        .filter(opening -> here.closureAt(opening.opens()).isEmpty())
        .findFirst();
  }

  /** Those of a day that have not begun, closures aside. */
  List<Opening> toComeOn(LocalDate day) {
    return all.stream()
        .filter(opening -> opening.occasion().date().equals(day) && opening.from().isAfter(now))
        .filter(opening -> here.closureAt(opening.opens()).isEmpty())
        .toList();
  }

  /** The last that ended today. */
  Optional<Opening> endedToday() {
    return all.stream()
        .filter(opening -> !opening.closes().isAfter(now))
        .filter(opening -> opening.closes().toLocalDate().equals(now.toLocalDate()))
        .max(Comparator.comparing(Opening::closes));
  }

  Optional<Opening> find(Occasion occasion) {
    return all.stream().filter(opening -> opening.occasion().equals(occasion)).findFirst();
  }

  private static List<Opening> meals(Situation here) {
    List<Opening> meals = new ArrayList<>();
    for (LocalDate day : daysAround(here)) {
      for (MealPeriod meal : here.plan().meals(here.place(), day)) {
        Label label = new Label(meal.name(), meal.nameEnglish());
        Occasion occasion = new Occasion(Occasion.Kind.MEAL, meal.id(), day);
        meals.add(daily(here, occasion, label, meal.opens(), meal.closes()));
      }
    }
    return meals;
  }

  private static List<Opening> queues(Situation here) {
    List<Opening> queues = new ArrayList<>();
    for (LocalDate day : daysAround(here)) {
      for (ClinicQueue queue : here.place().queues()) {
        Label label = new Label(queue.name(), queue.nameEnglish());
        Occasion occasion = new Occasion(Occasion.Kind.CLINIC, queue.id(), day);
        queues.add(daily(here, occasion, label, queue.opens(), queue.closes()));
      }
    }
    return queues;
  }

  /**
   * The days to come too: the next opening may be after a holiday, and a grace may begin before
   * midnight.
   */
  private static List<LocalDate> daysAround(Situation here) {
    LocalDate today = here.now().toLocalDate();
    return today.datesUntil(today.plusDays(DAYS_AHEAD)).toList();
  }

  private static Opening daily(
      Situation here, Occasion occasion, Label label, LocalTime opens, LocalTime closes) {
    LocalDateTime start = occasion.date().atTime(opens);
    LocalDateTime from = start.minusMinutes(here.place().earlyGraceMinutes());
    return new Opening(occasion, label, from, start, occasion.date().atTime(closes), "", true);
  }

  private static Opening session(Situation here, Session session) {
    return new Opening(
        new Occasion(Occasion.Kind.SESSION, session.id(), session.starts().toLocalDate()),
        new Label(session.title(), session.titleEnglish()),
        session.starts().minusMinutes(here.place().sessionWindowMinutes()),
        session.starts(),
        session.ends(),
        session.series(),
        session.walkIns());
  }
}
