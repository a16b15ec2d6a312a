package io.jinlin.hub.timetable;

import java.time.LocalDate;
import java.util.List;

/**
 * Days on which the centre is closed, and terms.
 *
 * @param terms without any, series that keep to terms take place at all times
 */
public record OpeningCalendar(List<Span> holidays, List<Span> terms) {
  /** Most spans of either kind. */
  public static final int MAX_SPANS = 60;

  /** A site that set none. */
  public static final OpeningCalendar NONE = new OpeningCalendar(List.of(), List.of());

  /** Days with a name, first and last included. */
  public record Span(String name, String nameEnglish, LocalDate from, LocalDate until) {
    public Span {
      Series.text("title", name, false);
      Series.text("title-english", nameEnglish, false);
      if (until.isBefore(from)) {
        throw new InvalidTimetable("until-before-from", from + "–" + until);
      }
    }

    boolean has(LocalDate date) {
      return !date.isBefore(from) && !date.isAfter(until);
    }
  }

  public OpeningCalendar {
    holidays = List.copyOf(holidays);
    terms = List.copyOf(terms);
    if (holidays.size() > MAX_SPANS || terms.size() > MAX_SPANS) {
      throw new InvalidTimetable("too-many-spans", String.valueOf(MAX_SPANS));
    }
  }

  /** Whether the centre is closed on a day. */
  public boolean isHoliday(LocalDate date) {
    return holidays.stream().anyMatch(span -> span.has(date));
  }

  /** Whether a day is within a term. */
  public boolean isTerm(LocalDate date) {
    return terms.isEmpty() || terms.stream().anyMatch(span -> span.has(date));
  }
}
