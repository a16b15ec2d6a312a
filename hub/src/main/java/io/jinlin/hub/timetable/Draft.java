package io.jinlin.hub.timetable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a file says, before anybody looked at what is known. */
record Draft(List<Item> items, List<Upload.Trouble> troubles) {
  /** One activity of it. */
  sealed interface Item {}

  /**
   * A series with what single dates do otherwise.
   *
   * @param number its place in the file, from 1
   */
  record Whole(int number, Series series, Map<LocalDate, Change> changes) implements Item {}

  /**
   * A session that this hub wrote into a file itself.
   *
   * @param session its name
   * @param otherwise what it is when this hub does not know the session
   */
  record Own(int number, String session, Change change, Whole otherwise) implements Item {}

  Draft {
    items = List.copyOf(items);
    troubles = List.copyOf(troubles);
  }
}
