package io.jinlin.hub.clinic;

import io.jinlin.contract.event.Fact.TicketStep;
import io.jinlin.contract.event.Fact.TicketStep.Step;
import io.jinlin.contract.event.Occasion;
import io.jinlin.hub.tally.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through a day's numbers and steps in the order of time. */
public final class Fold {
  private final Map<Integer, Turn> current = new HashMap<>();
  private final List<Turn> turns = new ArrayList<>();
  private final Set<String> closed = new HashSet<>();
  private final Map<String, Pace> paces = new HashMap<>();

  Fold() {}

  /** A number was given at a kiosk; all of these come before the first step. */
  void given(int ticket, Occasion queue, Optional<Subject> subject, long atMillis) {
    if (!current.containsKey(ticket)) {
      begin(new Turn(ticket, queue, subject, false, atMillis));
    }
  }

  private Turn begin(Turn turn) {
    current.put(turn.ticket(), turn);
    turns.add(turn);
    return turn;
  }

  void step(TicketStep step, long atMillis) {
    if (step.step().ofQueue()) {
      if (step.step() == Step.CLOSE) {
        closed.add(step.occasion().id());
      } else {
        closed.remove(step.occasion().id());
      }
      return;
    }
    Turn turn = current.get(step.ticket());
    boolean lent = step.step() == Step.ISSUE;
    if (turn == null || lent && turn.over()) {
      // Without a scan that arrived: the step itself is the first that is known of the number.
      turn = begin(new Turn(step.ticket(), step.occasion(), Optional.empty(), lent, atMillis));
    }
    ofNumber(turn, step, atMillis);
  }

  private void ofNumber(Turn turn, TicketStep step, long atMillis) {
    switch (step.step()) {
      case ISSUE -> {}
      case CALL -> call(turn, step, atMillis);
      case RECALL -> {
        empty(step.room().or(turn::room), turn, atMillis);
        turn.recall(step.room(), atMillis);
      }
      case SERVE, TRANSFER -> {
        finish(turn, atMillis);
        turn.step(step, atMillis);
      }
      default -> turn.step(step, atMillis);
    }
  }

  private void call(Turn turn, TicketStep step, long atMillis) {
    empty(step.room(), turn, atMillis);
    if (turn.waits()) {
      pace(turn.queue()).waited(atMillis - turn.sinceMillis());
    }
    turn.call(step.room(), atMillis);
    pace(turn.queue()).called(step.room(), atMillis);
  }

  /** Whoever was in that room is done: nobody has to press for it. */
  private void empty(Optional<String> room, Turn next, long atMillis) {
    for (Turn other : turns) {
      if (other != next && other.isIn(room)) {
        finish(other, atMillis);
        other.end(Visit.State.DONE);
      }
    }
  }

  private void finish(Turn turn, long atMillis) {
    if (turn.isCalled()) {
      pace(turn.queue()).served(atMillis - turn.calledMillis());
    }
  }

  private Pace pace(String queue) {
    return paces.computeIfAbsent(queue, none -> new Pace());
  }

  /** All visits, in no order that means anything. */
  List<Visit> visits() {
    return turns.stream().map(Turn::visit).toList();
  }

  /** Queues that anything is known of. */
  Set<String> queues() {
    Set<String> queues = new HashSet<>(closed);
    queues.addAll(paces.keySet());
    turns.forEach(turn -> queues.add(turn.queue()));
    return queues;
  }

  /** Queues that take nobody any more. */
  Set<String> closed() {
    return Set.copyOf(closed);
  }

  /** How long things take in a queue. */
  Pace paceOf(String queue) {
    return paces.getOrDefault(queue, new Pace());
  }
}
