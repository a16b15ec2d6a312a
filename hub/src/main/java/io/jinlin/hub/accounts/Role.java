package io.jinlin.hub.accounts;

/** What somebody who signed in may do. */
public enum Role {
  /** Everything. */
  DIRECTOR,
  /** The day's work: count, call, hand over, take back. */
  STAFF,
  /** Reads, changes nothing. */
  AUDITOR,
  /** The counter of the canteen: portions, sold out, meals without a card; sees no money. */
  CANTEEN
}
