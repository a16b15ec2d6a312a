package io.jinlin.hub.accounts;

/** What somebody who signed in may do. */
public enum Role {
  /** Everything. */
  DIRECTOR,
  /** The day's work: count, call, hand over, take back. */
  STAFF,
  /** Reads, changes nothing. */
  AUDITOR,
  /** Calls numbers at the clinic, and sets its rules. */
  NURSE,
  /** Treats people of the confidential programme; opens its records with a passphrase as well. */
  CLINICIAN,
  /** The one who looks after the programme's keys, consents and access log. */
  PRIVACY_OFFICER,
  /** The counter of the canteen: portions, sold out, meals without a card; sees no money. */
  CANTEEN,
  /** A volunteer who brings meals to doors: today's list, names masked, and nothing else. */
  DELIVERY
}
