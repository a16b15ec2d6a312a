package io.jinlin.hub.clinic;

import io.jinlin.contract.event.Occasion;
import io.jinlin.hub.tally.Subject;
import java.util.Optional;

/**
 * One number and what became of it. A plate that is lent again is another visit.
 *
 * @param issued the queue for which it was given, and the day
 * @param queue where it waits or was called
 * @param subject whose number it is; empty without a card
 * @param walkIn whether it was given by hand
 * @param preferred whether a nurse lets it go first
 * @param issuedMillis when it was given, milliseconds since 1970 UTC as all times here
 * @param sinceMillis since when it waits in this queue
 * @param calledMillis of the last call, {@link #NOT_CALLED} for none
 * @param calls how often it was called, in this queue
 */
public record Visit(
    int ticket,
    Occasion issued,
    String queue,
    Optional<Subject> subject,
    boolean walkIn,
    boolean preferred,
    State state,
    Optional<String> room,
    long issuedMillis,
    long sinceMillis,
    long calledMillis,
    int calls) {
  /** In the place of a time: no call yet. */
  public static final long NOT_CALLED = -1;

  /** Where a number stands. */
  public enum State {
    WAITING,
    CALLED,
    /** Called and not come. */
    SKIPPED,
    DONE,
    /** Left without being seen. */
    LEFT
  }

  /** Whether it was ever called. */
  public boolean wasCalled() {
    return calledMillis != NOT_CALLED;
  }

  /** Whether nothing has happened to it since it was given. */
  public boolean untouched() {
    return state == State.WAITING && !wasCalled() && !preferred && queue.equals(issued.id());
  }

  /** Whether it is over. */
  public boolean over() {
    return state == State.DONE || state == State.LEFT;
  }
}
