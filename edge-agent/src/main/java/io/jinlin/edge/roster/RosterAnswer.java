package io.jinlin.edge.roster;

import io.jinlin.contract.page.RosterEntry;

/** What the replica says about a card. */
public sealed interface RosterAnswer {
  /** A card of this site; its entry opened. */
  record Known(RosterEntry entry) implements RosterAnswer {}

  /** A dead card: printed anew, lost, moved away, deceased; the kiosk does not know which. */
  record Revoked() implements RosterAnswer {}

  /** A card that the replica does not hold, or holds in a form that does not open. */
  record Unknown() implements RosterAnswer {}
}
