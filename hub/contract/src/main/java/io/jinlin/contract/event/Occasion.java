package io.jinlin.contract.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

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

  /** Shape of every identifier in the contract: places, devices, periods, sessions, queues. */
  static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

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
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("occasion id \"" + id + "\"");
    }
    if (date.getYear() < 2000 || date.getYear() > 9999) {
      throw new IllegalArgumentException("occasion year " + date.getYear());
    }
  }

  /** Reads the text form; empty for anything that {@link #text()} does not write. */
  public static Optional<Occasion> parse(String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      return Optional.empty();
    }
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Kind kind = Words.of(Kind.class, parts[0]);
      return Optional.of(new Occasion(kind, parts[1], LocalDate.parse(parts[2])));
    } catch (IllegalArgumentException | DateTimeException notAnOccasion) {
      return Optional.empty();
    }
  }

  /** The text form. */
  public String text() {
    return Words.of(kind) + ":" + id + ":" + date;
  }

  @Override
  public String toString() {
    return text();
  }
}
