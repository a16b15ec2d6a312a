package io.jinlin.hub.audit;

/** What districts look for; each is a question, not a verdict. */
public enum Flag {
  /** The person had died on an earlier day. */
  DECEASED,
  /** The card had been revoked before: lost, moved away, printed again. */
  DEAD_CARD,
  /** One person at two places, with less time between than it takes to go from one to the other. */
  TWO_PLACES,
  /** One meal accepted twice, by kiosks that could not see each other; it counts once. */
  TWICE,
  /**
   * A meal at no hour at which the canteen served one on that day, while it was closed, or on
   * another day than its own.
   */
  OUTSIDE_HOURS,
  /** More portions of a meal than the kitchen said it had cooked. */
  MORE_THAN_COOKED
}
