package io.jinlin.hub.programme;

/** Who may open the store, as its wrapped keys say. */
public enum Opener {
  /** Treats members: sees and writes their records. */
  CLINICIAN,
  /** One named person: keys, consents and the access log; no notes, no tasks. */
  PRIVACY_OFFICER
}
