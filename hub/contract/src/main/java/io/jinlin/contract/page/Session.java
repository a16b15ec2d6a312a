package io.jinlin.contract.page;

import io.jinlin.contract.event.Check;
import java.time.LocalDateTime;

/**
 * One session on one day.
 *
 * @param id names this one session, its date included; the id of its occasion
 * @param series the class it belongs to, for enrolment
 * @param category one of DOMAIN's: {@code film}, {@code lecture}, {@code class} …
 * @param starts by the site's zone
 * @param ends later than {@code starts}, within a day of it
 * @param capacity people; 0 for no limit of its own
 * @param walkIns whether people who are not enrolled may come
 */
public record Session(
    String id,
    String series,
    String place,
    String category,
    String title,
    String titleEnglish,
    LocalDateTime starts,
    LocalDateTime ends,
    int capacity,
    boolean walkIns) {
  public Session {
    Check.id("session", id);
    Check.id("series", series);
    Check.id("place", place);
    Check.id("category", category);
    Check.note("title", title);
    Check.note("title_english", titleEnglish);
    Check.range("capacity", capacity, 0, Place.MAX_CAPACITY);
    if (!starts.isBefore(ends) || ends.isAfter(starts.plusDays(1))) {
      throw new IllegalArgumentException("session ends before it starts or lasts over a day");
    }
  }
}
