package io.jinlin.hub.timetable;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.page.Place;
import java.util.List;

/**
 * An activity that takes place again and again, or once.
 *
 * @param id who is enrolled refers to it; at most {@value #MAX_ID_LENGTH} characters, so that a
 *     date fits behind it
 * @param category one of {@link #CATEGORIES}
 * @param teacher as shown to staff; empty for nobody in particular. No kiosk is told.
 * @param capacity people; 0 for that of the place
 * @param walkIns whether people who are not enrolled may come
 * @param termsOnly whether it takes place only within a term of the {@link OpeningCalendar}
 * @param holidaysToo whether it takes place on holidays as well
 */
public record Series(
    String id,
    String title,
    String titleEnglish,
    String category,
    String place,
    String teacher,
    int capacity,
    boolean walkIns,
    boolean termsOnly,
    boolean holidaysToo,
    WeekRule rule) {
  /** Longest identifier: a hyphen and a date follow within {@link Check#MAX_ID_LENGTH}. */
  public static final int MAX_ID_LENGTH = Check.MAX_ID_LENGTH - 11;

  /** Longest title and name of a teacher, in characters. */
  public static final int MAX_TEXT_LENGTH = 60;

  /** The kinds of activity by which the site reports. */
  public static final List<String> CATEGORIES =
      List.of(
          "performance",
          "lecture",
          "class",
          "exhibition",
          "film",
          "reading",
          "fitness",
          "rehearsal",
          "party");

  public Series {
    Check.id("series", id);
    if (id.length() > MAX_ID_LENGTH) {
      throw new InvalidTimetable("id", id);
    }
    text("title", title, false);
    text("title-english", titleEnglish, false);
    text("teacher", teacher, true);
    if (!CATEGORIES.contains(category)) {
      throw new InvalidTimetable("category", category);
    }
    Check.id("place", place);
    if (capacity < 0 || capacity > Place.MAX_CAPACITY) {
      throw new InvalidTimetable("capacity", String.valueOf(capacity));
    }
  }

  /** A text for people, on one line. */
  static void text(String field, String value, boolean mayBeEmpty) {
    boolean empty = value.isBlank() && !mayBeEmpty;
    if (empty
        || value.length() > MAX_TEXT_LENGTH
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidTimetable(field, value.length() > 40 ? value.substring(0, 40) + "…" : value);
    }
  }
}
