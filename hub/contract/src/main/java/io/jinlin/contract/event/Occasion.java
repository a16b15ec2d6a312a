package io.jinlin.contract.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person was answered with: this meal, this session, this queue, on this day. Together with
 * the person it is the business key, so one person counts once in one occasion.
 *
 * <p>Text form {@code kind:id:date}, for example {@code meal:lunch:2026-11-24}.
 *
 * @param kind what sort of occasion
 * @param id the meal period, session, queue or place: lower-case letters, digits and hyphens, 1–40
 * @param date the day at the site, by the site's zone
 */
public record Occasion(Kind kind, String id, LocalDate date) {
  /** Longest text form in characters. */
  public static final int MAX_TEXT_LENGTH = 64;

  private static final WordTable<Kind> KINDS = WordTable.of(Kind.class);
  private static final int DATE_LENGTH = 10;

  /** What sort of occasion. */
  public enum Kind {
    /** A meal period in the canteen. */
    MEAL,
    /** A session of the timetable. */
    SESSION,
    /** A queue of the clinic. */
    CLINIC,
    /** A day at a place with nothing more particular going on. */
    VISIT
  }

  public Occasion {
    Check.id("occasion", id);
    Check.range("occasion year", date.getYear(), 2000, 9999);
  }

  /** Reads the text form; empty for anything that {@link #text()} does not write. */
  public static Optional<Occasion> parse(String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      return Optional.empty();
    }
    int first = text.indexOf(':');
    int second = text.indexOf(':', first + 1);
    if (first < 0 || second < 0 || text.length() - second - 1 != DATE_LENGTH) {
      return Optional.empty();
    }
    Optional<Kind> kind = KINDS.find(text.substring(0, first));
    String id = text.substring(first + 1, second);
    if (kind.isEmpty() || !Check.isId(id)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Occasion(kind.get(), id, date(text, second + 1)));
    } catch (IllegalArgumentException | DateTimeException notADay) {
      return Optional.empty();
    }
  }

  /** Reads {@code 2026-11-24}; the library's parser costs more than the rest of an event. */
  private static LocalDate date(String text, int at) {
    if (text.charAt(at + 4) != '-' || text.charAt(at + 7) != '-') {
      throw new IllegalArgumentException("not a day");
    }
    return LocalDate.of(
        number(text, at, at + 4), number(text, at + 5, at + 7), number(text, at + 8, at + 10));
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new IllegalArgumentException("not a day");
      }
      number = 10 * number + c - '0';
    }
    return number;
  }

  /** The text form. */
  public String text() {
    return KINDS.word(kind) + ":" + id + ":" + date;
  }

  @Override
  public String toString() {
    return text();
  }
}
