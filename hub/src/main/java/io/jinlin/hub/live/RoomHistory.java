package io.jinlin.hub.live;

import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Session;
import io.jinlin.hub.ledger.Subjects;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.places.Timetable;
import io.jinlin.hub.rooms.RoomDesk;
import io.jinlin.hub.rooms.RoomRules;
import io.jinlin.hub.rooms.UsualStay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/**
 * How full places were on earlier days, and how long people stay there. A day is read from the
 * ledger once; corrections of earlier days are seen after the next start.
 */
public final class RoomHistory {
  /** From how many days it is learned how long people stay. */
  public static final int STAY_DAYS = 28;

  /** Most days that are looked back on. */
  public static final int MAX_DAYS = 26 * 7;

  private static final int HOURS = 24;
  private static final long HALF_HOUR_MS = 1_800_000;

  private final Places places;
  private final Subjects cards;
  private final Map<LocalDate, Past> known = new ConcurrentHashMap<>();

  /**
   * A day that is over.
   *
   * @param people at half past each hour, by place
   */
  private record Past(Map<String, int[]> people, Map<String, Double> stays) {}

  public RoomHistory(Places places, Subjects cards) {
    this.places = places;
    this.cards = cards;
  }

  /** How long people stay in places on average, in minutes, by the days before one. */
  ToIntFunction<String> stays(Connection db, LocalDate today) throws SQLException {
    Map<String, List<Double>> averages = new HashMap<>();
    for (int i = 1; i <= STAY_DAYS; i++) {
      past(db, today.minusDays(i))
          .stays()
          .forEach(
              (place, minutes) ->
                  averages.computeIfAbsent(place, none -> new ArrayList<>()).add(minutes));
    }
    return place -> UsualStay.minutes(averages.getOrDefault(place, List.of()), dwellMinutes(place));
  }

  private int dwellMinutes(String place) {
    return places.find(place).map(Place::dwellMinutes).orElse(1);
  }

  /**
   * People in a place on average by weekday and hour.
   *
   * @param people seven rows from Monday, of 24 hours each
   * @param days how many of each weekday there were
   */
  public record Heat(double[][] people, int[] days) {}

  /**
   * The weeks before a day.
   *
   * @param weeks 1 to 26
   */
  public Heat heat(Connection db, String place, LocalDate today, int weeks) throws SQLException {
    double[][] sums = new double[7][HOURS];
    int[] days = new int[7];
    for (int i = 1; i <= Math.min(MAX_DAYS, weeks * 7); i++) {
      LocalDate day = today.minusDays(i);
      int[] people = past(db, day).people().get(place);
      if (people != null) {
        int weekday = day.getDayOfWeek().getValue() - 1;
        days[weekday]++;
        for (int hour = 0; hour < HOURS; hour++) {
          sums[weekday][hour] += people[hour];
        }
      }
    }
    for (int weekday = 0; weekday < 7; weekday++) {
      for (int hour = 0; hour < HOURS; hour++) {
        sums[weekday][hour] /= Math.max(1, days[weekday]);
      }
    }
    return new Heat(sums, days);
  }

  private Past past(Connection db, LocalDate date) throws SQLException {
    Past before = known.get(date);
    if (before != null) {
      return before;
    }
    List<Session> sessions = new Timetable(db).between(date, date.plusDays(1));
    RoomRules rules = RoomDesk.rules(db);
    Day day = new Day(date, places, sessions, cards, rules, this::dwellMinutes);
    int[] events = new int[1];
    new Entries(db)
        .between(
            day.startMillis(),
            day.endMillis(),
            entry -> {
              events[0]++;
              day.apply(entry);
            });
    // A day without any event is one on which the hub was not there, or the centre closed.
    Map<String, int[]> people = events[0] == 0 ? Map.of() : people(day);
    Past past = new Past(people, day.crowd().averageStays());
    if (known.size() > 2 * MAX_DAYS) {
      known.clear();
    }
    known.put(date, past);
    return past;
  }

  private Map<String, int[]> people(Day day) {
    Map<String, int[]> people = new HashMap<>();
    for (Place place : places.places()) {
      int[] hours = new int[HOURS];
      for (int hour = 0; hour < HOURS; hour++) {
        long at = day.startMillis() + (2L * hour + 1) * HALF_HOUR_MS;
        hours[hour] = day.crowd().at(place, at).people();
      }
      people.put(place.id(), hours);
    }
    return people;
  }
}
