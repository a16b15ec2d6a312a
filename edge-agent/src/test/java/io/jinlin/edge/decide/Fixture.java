package io.jinlin.edge.decide;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.page.ClinicQueue;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.FailureRule;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.page.Session;
import io.jinlin.contract.page.Site;
import io.jinlin.edge.roster.RosterAnswer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small site: one place of each service, on a Tuesday and the days around it. */
final class Fixture {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  static final Site SITE = new Site("kangle", "康乐社区", "Kangle", ZONE);
  static final CardRef CARD = new CardRef(1, 2);
  static final CardRef CHILD_CARD = new CardRef(3, 4);
  static final RosterAnswer WANG = known(RosterEntry.Kind.RESIDENT, List.of(), List.of());
  static final RosterAnswer REVOKED = new RosterAnswer.Revoked();
  static final RosterAnswer UNKNOWN = new RosterAnswer.Unknown();

  static final List<MealPeriod> MEALS =
      List.of(
          new MealPeriod("breakfast", "早餐", "Breakfast", time("06:30"), time("08:30")),
          new MealPeriod("lunch", "午餐", "Lunch", time("11:00"), time("13:00")),
          new MealPeriod("dinner", "晚餐", "Dinner", time("17:00"), time("18:30")));

  static final ClinicQueue MEDICINE =
      new ClinicQueue("medicine", "中医", "Chinese medicine", time("08:00"), time("12:00"));
  static final ClinicQueue BASIC =
      new ClinicQueue("basic", "基础诊疗", "Basic care", time("09:00"), time("17:00"));

  private Fixture() {}

  static LocalTime time(String text) {
    return LocalTime.parse(text);
  }

  static long millis(LocalDate day, String time) {
    return day.atTime(time(time)).atZone(ZONE).toInstant().toEpochMilli();
  }

  static RosterAnswer known(RosterEntry.Kind kind, List<String> enrolled, List<CardRef> collects) {
    return new RosterAnswer.Known(new RosterEntry("王*", "王奶奶", kind, "nan", enrolled, collects));
  }

  static Place place(Service service) {
    return place(service, service == Service.SCHOOL ? FailureRule.STAFF : FailureRule.SERVE);
  }

  static Place place(Service service, FailureRule rule) {
    String id = service.name().toLowerCase(java.util.Locale.ROOT);
    return new Place(
        id,
        "地点" + id,
        "Place " + id,
        service,
        80,
        80,
        90,
        rule,
        10,
        30,
        service == Service.CANTEEN ? MEALS : List.of(),
        service == Service.CLINIC ? List.of(MEDICINE, BASIC) : List.of());
  }

  static Device entrance(Place place) {
    return new Device("kiosk-1", "一号机", place.id(), Device.Role.ENTRANCE, 100);
  }

  static Session session(String id, Place place, String starts, String ends, boolean walkIns) {
    return new Session(
        id + "-1124",
        id,
        place.id(),
        "class",
        "课" + id,
        "Class " + id,
        TUESDAY.atTime(time(starts)),
        TUESDAY.atTime(time(ends)),
        0,
        walkIns);
  }

  static Situation at(Place place, String time, Session... sessions) {
    return new Situation(
        SITE, place, entrance(place), List.of(sessions), millis(TUESDAY, time), true);
  }

  static Situation at(Service service, String time, Session... sessions) {
    return at(place(service), time, sessions);
  }

  static Situation untrusted(Situation here) {
    return new Situation(
        here.site(), here.place(), here.device(), here.sessions(), here.wallMillis(), false);
  }

  static Situation as(Situation here, Device.Role role, int ticketBase) {
    Device device = new Device("kiosk-1", "一号机", here.place().id(), role, ticketBase);
    return new Situation(
        here.site(), here.place(), device, here.sessions(), here.wallMillis(), true);
  }

  static Presented card(RosterAnswer answer) {
    return card(answer, Seen.NOTHING);
  }

  static Presented card(RosterAnswer answer, Seen seen) {
    return new Presented(CARD, answer, seen, Input.CAMERA, Optional.empty());
  }

  static Presented choosing(Presented card, String id) {
    return new Presented(card.ref(), card.answer(), card.seen(), card.input(), Optional.of(id));
  }

  /** What is remembered after an acceptance some time ago. */
  static Seen accepted(Occasion occasion, String time, int ticket, long ageMillis, String place) {
    Fact.Scan scan =
        new Fact.Scan(
            place,
            CARD,
            Outcome.ACCEPTED,
            Optional.of(occasion),
            Optional.empty(),
            ticket,
            Input.LINE);
    return new Seen(
        Map.of(occasion, new Seen.Answered(millis(occasion.date(), time), ticket)),
        Map.of(),
        Optional.of(new Seen.Last(scan, ageMillis)),
        ticket == 0 ? Map.of() : Map.of(occasion.date(), ticket));
  }

  static Occasion meal(String id) {
    return new Occasion(Occasion.Kind.MEAL, id, TUESDAY);
  }

  static Occasion session(String id) {
    return new Occasion(Occasion.Kind.SESSION, id + "-1124", TUESDAY);
  }

  static Occasion clinic(String id) {
    return new Occasion(Occasion.Kind.CLINIC, id, TUESDAY);
  }

  static Occasion visit(String place) {
    return new Occasion(Occasion.Kind.VISIT, place, TUESDAY);
  }

  static LocalDateTime tuesday(String time) {
    return TUESDAY.atTime(time(time));
  }

  static Fact.Scan scan(Decision decision) {
    return (Fact.Scan) decision.fact().orElseThrow();
  }
}
