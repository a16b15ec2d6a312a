package io.jinlin.hub.timetable;

import io.jinlin.contract.event.Check;
import java.time.LocalDate;
import java.util.List;

/** What staff do with the timetable; each is an entry of the hub's journal. */
sealed interface Deed {
  /**
   * When and by whom.
   *
   * @param by the account
   */
  record Stamp(long atMillis, String by) {
    public Stamp {
      Check.note("by", by);
    }
  }

  /** Puts a series, new or again; from then on it is as said, what was stays. */
  record SeriesPut(Series series) implements Deed {}

  /** Ends a series: nothing more of it takes place. */
  record SeriesEnded(String series) implements Deed {}

  /** Says what a date does otherwise. */
  record DateChanged(String series, LocalDate date, Change change) implements Deed {}

  /** A date is as the rule says again. */
  record DateRestored(String series, LocalDate date) implements Deed {}

  /** Sets holidays and terms. */
  record CalendarSet(OpeningCalendar calendar) implements Deed {}

  /** Several at once. */
  record Entry(Stamp stamp, List<Deed> deeds) {
    public Entry {
      deeds = List.copyOf(deeds);
    }
  }
}
