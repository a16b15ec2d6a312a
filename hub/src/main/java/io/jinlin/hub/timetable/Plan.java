package io.jinlin.hub.timetable;

import io.jinlin.contract.page.Session;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What rules come to on dates. Pure. */
final class Plan {
  private final OpeningCalendar calendar;
  private final ZoneId zone;

  Plan(OpeningCalendar calendar, ZoneId zone) {
    this.calendar = calendar;
    this.zone = zone;
  }

  /**
   * The sessions of a series whose date lies in a span, and those that were moved into it or behind
   * it from before.
   *
   * @param changes of the series by date
   * @param until not included
   */
  List<SessionLine> of(
      Series series, Map<LocalDate, Change> changes, LocalDate first, LocalDate until) {
    WeekRule rule = series.rule();
    TreeSet<LocalDate> dates = new TreeSet<>();
    LocalDate from = rule.from().isAfter(first) ? rule.from() : first;
    LocalDate to =
        rule.until()
            .filter(last -> last.isBefore(until))
            .map(last -> last.plusDays(1))
            .orElse(until);
    for (LocalDate date = from; date.isBefore(to); date = date.plusDays(1)) {
      if (rule.on(date).isPresent()) {
        dates.add(date);
      }
    }
    changes.forEach(
        (date, change) -> {
          boolean movedIn = change instanceof Change.Held held && !held.day().isBefore(first);
          if (date.isBefore(until) && (!date.isBefore(first) || movedIn)) {
            dates.add(date);
          }
        });
    List<SessionLine> lines = new ArrayList<>();
    for (LocalDate date : dates) {
      on(series, Optional.ofNullable(changes.get(date)), date).ifPresent(lines::add);
    }
    return lines;
  }

  /** The session of a date, also one that was cancelled; empty when there is none. */
  Optional<SessionLine> on(Series series, Optional<Change> change, LocalDate date) {
    Optional<Slot> slot = series.rule().on(date);
    if (change.isPresent() && change.get() instanceof Change.Held held) {
      return !held.anyway() && isClosed(series, held.day())
          ? Optional.empty()
          : Optional.of(held(series, held, date));
    }
    boolean cancelled = change.isPresent();
    if (slot.isEmpty() || isClosed(series, date)) {
      return Optional.empty();
    }
    Session session =
        session(
            series, date, date, slot.get(), series.place(), series.title(), series.titleEnglish());
    String note = change.map(Change::note).orElse("");
    return Optional.of(
        new SessionLine(session, date, series.teacher(), cancelled, cancelled, note));
  }

  private boolean isClosed(Series series, LocalDate date) {
    return (!series.holidaysToo() && calendar.isHoliday(date))
        || (series.termsOnly() && !calendar.isTerm(date));
  }

  private SessionLine held(Series series, Change.Held held, LocalDate date) {
    Session session =
        session(
            series,
            date,
            held.day(),
            held.slot(),
            held.place().orElse(series.place()),
            held.title().orElse(series.title()),
            held.titleEnglish().orElse(series.titleEnglish()));
    String teacher = held.teacher().orElse(series.teacher());
    return new SessionLine(session, date, teacher, false, true, held.note());
  }

  private Session session(
      Series series,
      LocalDate date,
      LocalDate day,
      Slot slot,
      String place,
      String title,
      String titleEnglish) {
    Duration skipped = skipped(day.atTime(slot.starts()));
    return new Session(
        series.id() + "-" + date,
        series.id(),
        place,
        series.category(),
        title,
        titleEnglish,
        day.atTime(slot.starts()).plus(skipped),
        day.atTime(slot.ends()).plus(skipped),
        series.capacity(),
        series.walkIns());
  }

  /**
   * How much the clocks are put forward over a time of day that a change of summer time leaves out:
   * what would begin within the gap begins that much later, and lasts as long as ever.
   */
  private Duration skipped(LocalDateTime time) {
    ZoneOffsetTransition transition = zone.getRules().getTransition(time);
    return transition == null || !transition.isGap() ? Duration.ZERO : transition.getDuration();
  }
}
