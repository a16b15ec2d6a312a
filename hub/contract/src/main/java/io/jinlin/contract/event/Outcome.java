package io.jinlin.contract.event;

/** What the person at the kiosk was answered; only {@link #ACCEPTED} can count. */
public enum Outcome {
  /** Recorded for the occasion: meal, session, ticket or visit. */
  ACCEPTED,
  /** The same occasion had been answered before; for a ticket, the number was repeated. */
  ALREADY,
  /** Nothing is open for this card here and now. */
  NOT_NOW,
  /** 请找工作人员: revoked, not enrolled, or unknown where the service lets nobody in unknown. */
  SEE_STAFF,
  /** The kiosk had no trusted clock: stored without an occasion, for review. */
  UNTIMED
}
