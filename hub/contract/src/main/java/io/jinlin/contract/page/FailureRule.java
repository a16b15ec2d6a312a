package io.jinlin.contract.page;

/** What a place does with a card that its kiosk does not know (or cannot know, offline). */
public enum FailureRule {
  /** Serve, record, and let staff look at it later: food, attendance. */
  SERVE,
  /** 请找工作人员: children. */
  STAFF
}
