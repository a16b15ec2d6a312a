-- Who must not collect a child (禁止接走), codes for delegates (临时代接码), and who may leave alone
-- (自行离校). Nothing is deleted: what is over says since when and by whom.

CREATE TABLE pickup_ban (
  id        TEXT PRIMARY KEY,
  child     INTEGER NOT NULL REFERENCES person (id),
  -- The banned adult, if the register knows them; who is a name or a description.
  adult     INTEGER REFERENCES person (id),
  who       TEXT NOT NULL,
  reason    TEXT NOT NULL,
  at        INTEGER NOT NULL,
  account   TEXT NOT NULL,
  ended     INTEGER,
  ended_by  TEXT,
  ended_why TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX pickup_ban_child ON pickup_ban (child);

-- A code like a card's, of nobody in the register. over_why = "used", "withdrawn" or "ended".
CREATE TABLE pickup_code (
  ref      BLOB PRIMARY KEY,
  key      BLOB NOT NULL,
  name     TEXT NOT NULL,
  relation TEXT NOT NULL,
  phone    TEXT NOT NULL,
  starts   INTEGER NOT NULL,
  ends     INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  account  TEXT NOT NULL,
  over     INTEGER,
  over_by  TEXT,
  over_why TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX pickup_code_ends ON pickup_code (ends);

CREATE TABLE pickup_code_child (
  ref   BLOB NOT NULL REFERENCES pickup_code (ref),
  child INTEGER NOT NULL REFERENCES person (id),
  PRIMARY KEY (ref, child)
) STRICT, WITHOUT ROWID;
CREATE INDEX pickup_code_child_child ON pickup_code_child (child);

-- Signed authorisations; starts and ends are days, both included.
CREATE TABLE pickup_alone (
  id       TEXT PRIMARY KEY,
  child    INTEGER NOT NULL REFERENCES person (id),
  starts   TEXT NOT NULL,
  ends     TEXT NOT NULL,
  signer   TEXT NOT NULL,
  at       INTEGER NOT NULL,
  account  TEXT NOT NULL,
  ended    INTEGER,
  ended_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX pickup_alone_child ON pickup_alone (child);

-- Up to when somebody has seen that a card was refused.
CREATE TABLE pickup_refusal_seen (
  ref     TEXT PRIMARY KEY,
  up_to   INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  account TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row at most: from which age a child may leave alone.
CREATE TABLE pickup_rule (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  alone_from INTEGER NOT NULL
) STRICT;
