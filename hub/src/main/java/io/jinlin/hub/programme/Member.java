package io.jinlin.hub.programme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person of the programme. Days are ISO texts, so that the content is plain JSON.
 *
 * @param contact whom to reach and how
 */
public record Member(
    int id, String name, String contact, String note, List<Consent> consents, List<Task> tasks) {
  /** Longest note, in characters. */
  public static final int MAX_NOTE = 2_000;

  /** Longest name or contact, in characters. */
  public static final int MAX_TEXT = 80;

  public Member {
    text("name", name, 1, MAX_TEXT);
    text("contact", contact, 0, MAX_TEXT);
    text("note", note, 0, MAX_NOTE);
    consents = List.copyOf(consents);
    tasks = List.copyOf(tasks);
  }

  /**
   * A consent.
   *
   * @param what to what
   * @param signedBy the person or the guardian
   * @param withdrawn the day from which it holds no longer; null while it holds
   */
  public record Consent(String what, String signedBy, String given, @Nullable String withdrawn) {
    public Consent {
      text("what", what, 1, MAX_TEXT);
      text("signedBy", signedBy, 1, MAX_TEXT);
      LocalDate from = day("given", given);
      if (withdrawn != null && day("withdrawn", withdrawn).isBefore(from)) {
        throw new IllegalArgumentException("withdrawn is before given");
      }
    }
  }

  /** What is to be done. */
  public enum Kind {
    INJECTION,
    FOLLOW_UP,
    APPOINTMENT
  }

  /** How it stands on a day. */
  public enum Standing {
    DONE,
    AHEAD,
    /** 到期. */
    DUE,
    /** 逾期. */
    OVERDUE
  }

  /**
   * An injection, a follow-up or an appointment.
   *
   * @param due the day
   * @param everyDays when done, the next one is so many days later; 0 for once
   * @param done the day on which it was; null before
   */
  public record Task(
      int id, Kind kind, String what, String due, int everyDays, @Nullable String done) {
    /** Longest time between two injections, in days. */
    public static final int MAX_DAYS = 365;

    public Task {
      text("what", what, 1, MAX_TEXT);
      day("due", due);
      if (everyDays < 0 || everyDays > MAX_DAYS) {
        throw new IllegalArgumentException("everyDays is not between 0 and " + MAX_DAYS);
      }
      if (done != null) {
        day("done", done);
      }
    }

    /** How it stands. */
    public Standing standing(LocalDate today) {
      if (done != null) {
        return Standing.DONE;
      }
      LocalDate day = LocalDate.parse(due);
      if (day.isAfter(today)) {
        return Standing.AHEAD;
      }
      return day.equals(today) ? Standing.DUE : Standing.OVERDUE;
    }

    /** The same, done on a day. */
    Task on(LocalDate day) {
      return new Task(id, kind, what, due, everyDays, day.toString());
    }

    /** The one that follows, if it repeats. */
    Optional<Task> next(int nextId, LocalDate doneOn) {
      return everyDays == 0
          ? Optional.empty()
          : Optional.of(
              new Task(nextId, kind, what, doneOn.plusDays(everyDays).toString(), everyDays, null));
    }
  }

  Member with(List<Consent> other, List<Task> others) {
    return new Member(id, name, contact, note, other, others);
  }

  static void text(String field, String value, int least, int most) {
    if (value.strip().length() < least || value.length() > most) {
      throw new IllegalArgumentException(
          field + " has not " + least + " to " + most + " characters");
    }
  }

  static LocalDate day(String field, String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException notADay) {
      throw new IllegalArgumentException(field + " is not a day such as 2026-11-24");
    }
  }
}
