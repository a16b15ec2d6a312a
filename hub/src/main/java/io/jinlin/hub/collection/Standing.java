package io.jinlin.hub.collection;

/** Whether an adult may collect a child, and if not, why. */
public enum Standing {
  /** 可接. */
  MAY,
  /** The register does not say that this adult collects. */
  NOT_AUTHORISED,
  /** 禁止接走. */
  BANNED,
  /** Under age. */
  MINOR,
  /** The card is dead. */
  CARD_DEAD,
  /** A delegate's code before its time or after its end. */
  CODE_ENDED,
  /** A delegate's code that was used or withdrawn. */
  CODE_OVER,
  /** Nobody's card. */
  UNKNOWN_CARD,
  /** May collect, but the kiosk could not decide, for want of a clock or a list. */
  UNDECIDED
}
