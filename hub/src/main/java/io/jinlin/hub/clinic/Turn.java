package io.jinlin.hub.clinic;

import io.jinlin.contract.event.Fact.TicketStep;
import io.jinlin.contract.event.Occasion;
import io.jinlin.hub.tally.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A visit while its steps are gone through. */
final class Turn {
  private final int ticket;
  private final Occasion issued;
  private final Optional<Subject> subject;
  private final boolean walkIn;
  private final long issuedMillis;
  private String queue;
  private long sinceMillis;
  private long calledMillis = Visit.NOT_CALLED;
  private int calls;
  private boolean preferred;
  private @Nullable String room;
  private Visit.State state = Visit.State.WAITING;

  Turn(int ticket, Occasion issued, Optional<Subject> subject, boolean walkIn, long atMillis) {
    this.ticket = ticket;
    this.issued = issued;
    this.subject = subject;
    this.walkIn = walkIn;
    this.issuedMillis = atMillis;
    this.queue = issued.id();
    this.sinceMillis = atMillis;
  }

  int ticket() {
    return ticket;
  }

  String queue() {
    return queue;
  }

  boolean waits() {
    return state == Visit.State.WAITING;
  }

  boolean isCalled() {
    return state == Visit.State.CALLED;
  }

  boolean isIn(Optional<String> other) {
    return isCalled() && room != null && other.equals(Optional.of(room));
  }

  boolean over() {
    return state == Visit.State.DONE || state == Visit.State.LEFT;
  }

  long sinceMillis() {
    return sinceMillis;
  }

  long calledMillis() {
    return calledMillis;
  }

  void call(Optional<String> to, long atMillis) {
    state = Visit.State.CALLED;
    room = to.orElse(null);
    calledMillis = atMillis;
    calls++;
  }

  void recall(Optional<String> to, long atMillis) {
    call(to.or(this::room), atMillis);
  }

  Optional<String> room() {
    return Optional.ofNullable(room);
  }

  void end(Visit.State how) {
    state = how;
  }

  /** What changes nothing but this number. */
  void step(TicketStep step, long atMillis) {
    switch (step.step()) {
      case SKIP -> state = over() ? state : Visit.State.SKIPPED;
      case RETURN -> waitAgain(queue, sinceMillis);
      case TRANSFER -> waitAgain(step.queue().orElse(queue), atMillis);
      case PREFER -> preferred = true;
      case SERVE -> end(Visit.State.DONE);
      case LEAVE -> end(Visit.State.LEFT);
      case ISSUE, CALL, RECALL, CLOSE, REOPEN -> throw new IllegalArgumentException();
    }
  }

  private void waitAgain(String where, long since) {
    state = Visit.State.WAITING;
    room = null;
    calls = where.equals(queue) ? calls : 0;
    queue = where;
    sinceMillis = since;
  }

  Visit visit() {
    return new Visit(
        ticket,
        issued,
        queue,
        subject,
        walkIn,
        preferred,
        state,
        room(),
        issuedMillis,
        sinceMillis,
        calledMillis,
        calls);
  }
}
