-- Who gave out or revoked which card, and why. The journal has the same, with what it takes to do it
-- again. change = "issued" or "revoked".
CREATE TABLE card_change (
  ref     BLOB NOT NULL,
  change  TEXT NOT NULL,
  at      INTEGER NOT NULL,
  reason  TEXT NOT NULL,
  account TEXT NOT NULL,
  PRIMARY KEY (ref, change)
) STRICT, WITHOUT ROWID;
