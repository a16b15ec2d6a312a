package io.jinlin.hub.orders;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.Occasion;

/**
 * What happened at a door.
 *
 * @param key made where it was entered; the same key again is the same visit
 * @param note a change in how the person is, for staff to see at once; may be empty
 * @param atMillis when, by the phone of whoever was there
 */
public record Visit(
    String key,
    Occasion occasion,
    long person,
    Outcome outcome,
    String note,
    long atMillis,
    String by) {
  /** Longest note in characters. */
  public static final int MAX_NOTE_LENGTH = 200;

  /** How it ended. */
  public enum Outcome {
    /** The meal was handed to the person, who was seen. */
    SEEN,
    /** The meal was handed over or left as agreed, and the person was not seen. */
    NOT_SEEN,
    /** 敲门无应答: nobody came to the door; the meal is not served, and somebody must ask after them. */
    NO_ANSWER,
    /** The person did not want it. */
    REFUSED;

    /** Whether the meal was served. */
    public boolean isServed() {
      return this == SEEN || this == NOT_SEEN;
    }
  }

  public Visit {
    Check.id("key", key);
    if (occasion.kind() != Occasion.Kind.MEAL) {
      throw new IllegalArgumentException("a delivery is of a meal");
    }
    Check.range("note", note.length(), 0, MAX_NOTE_LENGTH);
    Check.note("by", by);
  }

  /** The same without what was noticed about the person. */
  public Visit withoutNote() {
    return new Visit(key, occasion, person, outcome, "", atMillis, by);
  }
}
