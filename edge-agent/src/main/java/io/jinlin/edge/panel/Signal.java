package io.jinlin.edge.panel;

import io.jinlin.edge.decide.Verdict;
import java.util.List;

/**
 * What lamp and buzzer do for a verdict: the number and length of the beeps tell it apart without
 * colours. Every tier of card gets the same. Nothing flashes.
 */
enum Signal {
  /** Recorded, go on: green, one short beep. */
  OK(new Step(Levels.GREEN.buzzing(), 120), new Step(Levels.GREEN, 2_880)),
  /** Had before: amber, two short beeps. */
  ALREADY(
      new Step(Levels.AMBER.buzzing(), 100),
      new Step(Levels.AMBER, 120),
      new Step(Levels.AMBER.buzzing(), 100),
      new Step(Levels.AMBER, 3_680)),
  /** Look at the screen: amber, one long beep. */
  LOOK(new Step(Levels.AMBER.buzzing(), 350), new Step(Levels.AMBER, 4_650)),
  /** Nothing can be recorded: red until the next verdict, three long beeps. */
  OUT(
      new Step(Levels.RED.buzzing(), 350),
      new Step(Levels.RED, 250),
      new Step(Levels.RED.buzzing(), 350),
      new Step(Levels.RED, 250),
      new Step(Levels.RED.buzzing(), 350),
      new Step(Levels.RED, Step.FOR_EVER));

  private final List<Step> steps;

  /** Levels for a time in milliseconds. */
  record Step(Levels levels, long millis) {
    static final long FOR_EVER = Long.MAX_VALUE;
  }

  Signal(Step... steps) {
    this.steps = List.of(steps);
  }

  List<Step> steps() {
    return steps;
  }

  static Signal of(Verdict verdict) {
    if (verdict instanceof Verdict.Ticket ticket) {
      return ticket.repeated() ? ALREADY : OK;
    }
    if (verdict instanceof Verdict.During during) {
      return of(during.answer());
    }
    if (verdict instanceof Verdict.Already) {
      return ALREADY;
    }
    if (verdict instanceof Verdict.OutOfService) {
      return OUT;
    }
    boolean done =
        verdict instanceof Verdict.Accepted
            || verdict instanceof Verdict.Collected
            || verdict instanceof Verdict.Untimed
            || verdict instanceof Verdict.Left
            || verdict instanceof Verdict.Collecting;
    return done ? OK : LOOK;
  }
}
