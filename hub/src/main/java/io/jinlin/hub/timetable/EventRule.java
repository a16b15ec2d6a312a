package io.jinlin.hub.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.WeekDay;

/**
 * An RRULE as a rule of the week where it is one, and as single dates where it is not (monthly, by
 * the clocks of another zone …).
 *
 * @param changes left-out and added dates
 */
record EventRule(WeekRule rule, Map<LocalDate, Change> changes) {
  /** How far ahead single dates are worked out, in days. */
  private static final int DAYS = 2 * 366;

  /** Most single dates. */
  private static final int MAX_DATES = 800;

  static EventRule of(EventFields event) {
    Optional<Recur<Temporal>> recur = event.recur();
    Slot slot = event.slot();
    if (recur.isEmpty()) {
      Map<LocalDate, Change> added = new TreeMap<>();
      event.days(Property.RDATE).forEach(day -> added.put(day, Change.Held.at(day, slot)));
      LocalDate last = added.keySet().stream().max(LocalDate::compareTo).orElse(event.day());
      LocalDate until = last.isAfter(event.day()) ? last : event.day();
      if (added.isEmpty()) {
        return new EventRule(WeekRule.once(event.day(), slot), Map.of());
      }
      added.put(event.day(), Change.Held.at(event.day(), slot));
      return new EventRule(
          new WeekRule(Map.of(), 1, event.day(), Optional.of(until)), without(event, added));
    }
    return isOfTheWeek(recur.get()) && event.isLocal()
        ? weekly(event, recur.get(), slot)
        : dates(event, recur.get(), slot);
  }

  private static boolean isOfTheWeek(Recur<Temporal> recur) {
    String frequency = recur.getFrequency().name();
    boolean plain =
        recur.getSetPosList().isEmpty()
            && recur.getMonthList().isEmpty()
            && recur.getMonthDayList().isEmpty()
            && recur.getWeekNoList().isEmpty()
            && recur.getYearDayList().isEmpty()
            && recur.getHourList().isEmpty()
            && recur.getMinuteList().isEmpty()
            && recur.getDayList().stream().allMatch(day -> day.getOffset() == 0);
    int interval = Math.max(1, recur.getInterval());
    boolean mondays = recur.getWeekStartDay() == null || recur.getWeekStartDay().equals(WeekDay.MO);
    boolean weekly = frequency.equals("WEEKLY") && interval <= WeekRule.MAX_WEEKS;
    return plain
        && ((weekly && (interval == 1 || mondays)) || (frequency.equals("DAILY") && interval == 1));
  }

  private static EventRule weekly(EventFields event, Recur<Temporal> recur, Slot slot) {
    Map<DayOfWeek, Slot> slots = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : days(event, recur)) {
      slots.put(day, slot);
    }
    Optional<LocalDate> until = Optional.ofNullable(recur.getUntil()).map(event::localDay);
    if (until.isEmpty() && recur.getCount() > 0) {
      List<Temporal> all = occurrences(event, recur);
      until = Optional.of(event.localDay(all.get(all.size() - 1)));
    }
    WeekRule rule = new WeekRule(slots, Math.max(1, recur.getInterval()), event.day(), until);
    Map<LocalDate, Change> changes = new TreeMap<>();
    event.days(Property.EXDATE).forEach(day -> changes.put(day, new Change.Cancelled("")));
    event.days(Property.RDATE).forEach(day -> changes.put(day, Change.Held.at(day, slot)));
    return new EventRule(rule, changes);
  }

  private static Set<DayOfWeek> days(EventFields event, Recur<Temporal> recur) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    recur.getDayList().forEach(day -> days.add(WeekDay.getDayOfWeek(day)));
    if (days.isEmpty()) {
      return recur.getFrequency().name().equals("DAILY")
          ? EnumSet.allOf(DayOfWeek.class)
          : EnumSet.of(event.day().getDayOfWeek());
    }
    return days;
  }

  private static List<Temporal> occurrences(EventFields event, Recur<Temporal> recur) {
    Temporal start = event.start();
    List<Temporal> all = recur.getDates(start, start, start.plus(DAYS, ChronoUnit.DAYS));
    if (all.isEmpty() || all.size() > MAX_DATES) {
      throw new InvalidTimetable("rule", recur.toString());
    }
    return all;
  }

  private static EventRule dates(EventFields event, Recur<Temporal> recur, Slot slot) {
    long minutes = ChronoUnit.MINUTES.between(slot.starts(), slot.ends());
    Map<LocalDate, Change> dates = new TreeMap<>();
    for (Temporal one : occurrences(event, recur)) {
      LocalDateTime starts = event.local(one);
      LocalDateTime ends = starts.plusMinutes(minutes);
      LocalDate day = starts.toLocalDate();
      if (!ends.toLocalDate().equals(day)) {
        throw new InvalidTimetable("past-midnight", starts + " – " + ends);
      }
      Change held = Change.Held.at(day, new Slot(starts.toLocalTime(), ends.toLocalTime()));
      if (dates.put(day, held) != null) {
        throw new InvalidTimetable("twice-a-day", recur.toString());
      }
    }
    LocalDate last = dates.keySet().stream().max(LocalDate::compareTo).orElse(event.day());
    return new EventRule(
        new WeekRule(Map.of(), 1, event.day(), Optional.of(last)), without(event, dates));
  }

  private static Map<LocalDate, Change> without(EventFields event, Map<LocalDate, Change> dates) {
    event.days(Property.EXDATE).forEach(dates::remove);
    return dates;
  }
}
