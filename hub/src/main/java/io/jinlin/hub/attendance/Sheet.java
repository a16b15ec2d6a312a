package io.jinlin.hub.attendance;

import io.jinlin.contract.page.Session;
import io.jinlin.hub.collection.Ban;
import java.util.List;

/**
 * The attendance of a session. Times are milliseconds since 1970 UTC, 0 for none.
 *
 * @param school whether it is of the 4:30 school: children are handed over
 * @param rows who is enrolled, by name, then who came besides
 * @param unknownCards how many came with a card that nobody has
 */
public record Sheet(Session session, boolean school, List<Row> rows, int unknownCards) {
  public Sheet {
    rows = List.copyOf(rows);
  }

  /** What somebody is. */
  public enum State {
    /** Enrolled, and not seen. */
    EXPECTED,
    PRESENT,
    EXCUSED,
    /** Not seen, and the parents know. */
    CONTACTED,
    /** Went before the end. */
    LEFT,
    /** A child that was handed over, or collected against a signature. */
    COLLECTED,
    /** A child that went alone, as a guardian signed. */
    ALONE
  }

  /**
   * One person.
   *
   * @param cameMillis when seen first
   * @param lateMinutes how long after the start; 0 within {@link AttendanceDesk#LATE_MINUTES}
   * @param goneMillis when they left, or were collected
   * @param by who marked them by hand; empty for a card
   * @param note of the mark
   * @param guardians of a child of the school; else none
   * @param bans who must not collect a child of the school; else none
   * @param mayLeaveAlone whether a guardian signed for it today and the child is old enough
   */
  public record Row(
      long person,
      String name,
      boolean enrolled,
      State state,
      long cameMillis,
      int lateMinutes,
      long goneMillis,
      String by,
      String note,
      List<Guardian> guardians,
      List<Ban> bans,
      boolean mayLeaveAlone) {
    public Row {
      guardians = List.copyOf(guardians);
      bans = List.copyOf(bans);
    }

    /** Without the name. */
    @Override
    public String toString() {
      return "Row[" + person + ", " + state + "]";
    }
  }

  /**
   * An adult of a child.
   *
   * @param phone empty for none
   * @param collects whether they may collect the child
   */
  public record Guardian(String name, String relation, String phone, boolean collects) {
    /** Without name and phone. */
    @Override
    public String toString() {
      return "Guardian[" + relation + "]";
    }
  }
}
