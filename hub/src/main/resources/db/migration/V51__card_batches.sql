-- Cards given out many at once. Their codes are sealed with a key in a file of its own, and go when
-- somebody confirms that the cards are handed out.

CREATE TABLE card_batch (
  id           TEXT PRIMARY KEY,
  at           INTEGER NOT NULL,
  account      TEXT NOT NULL,
  confirmed    INTEGER,
  confirmed_by TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE card_batch_card (
  batch  TEXT NOT NULL,
  ref    BLOB NOT NULL,
  number TEXT NOT NULL,
  code   TEXT NOT NULL,
  PRIMARY KEY (batch, ref)
) STRICT, WITHOUT ROWID;
