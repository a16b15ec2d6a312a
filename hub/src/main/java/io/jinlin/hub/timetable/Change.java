package io.jinlin.hub.timetable;

import io.jinlin.contract.event.Check;
import java.time.LocalDate;
import java.util.Optional;

/** What one date of a series does otherwise than its rule. */
public sealed interface Change {
  /** Why, for staff; may be empty. */
  String note();

  /** It does not take place. */
  record Cancelled(String note) implements Change {
    public Cancelled {
      Series.text("note", note, true);
    }
  }

  /**
   * It takes place so: at another time or on another day, in another room, with somebody else; on a
   * date that the rule does not have, it is added.
   *
   * @param day on which it now is
   * @param place where, if not where the series is; likewise the others
   * @param anyway whether it takes place also when that day is a holiday or out of term
   */
  record Held(
      LocalDate day,
      Slot slot,
      Optional<String> place,
      Optional<String> teacher,
      Optional<String> title,
      Optional<String> titleEnglish,
      boolean anyway,
      String note)
      implements Change {
    public Held {
      place.ifPresent(id -> Check.id("place", id));
      teacher.ifPresent(text -> Series.text("teacher", text, true));
      title.ifPresent(text -> Series.text("title", text, false));
      titleEnglish.ifPresent(text -> Series.text("title-english", text, false));
      Series.text("note", note, true);
    }

    /** At a time of a day, and else as ever. */
    public static Held at(LocalDate day, Slot slot) {
      return new Held(
          day,
          slot,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          "");
    }
  }
}
