package io.jinlin.contract.wire;

/** The pages that a device asks for. */
public enum PageKind {
  /** Sealed entries, one a card. */
  ROSTER,
  /** References of dead cards; only grows, a reset removes none. */
  REVOCATIONS,
  /** The sessions of the coming days. */
  TIMETABLE,
  /** The site, its places, and this device's own settings. */
  SETTINGS,
  /** Who has had which meal, from all kiosks; of today. */
  CLAIMS
}
