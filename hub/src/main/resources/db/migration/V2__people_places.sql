-- Who lives here, which cards they hold, what the places are.

CREATE TABLE household (
  id          INTEGER PRIMARY KEY,
  phase       INTEGER NOT NULL,
  block       INTEGER NOT NULL,
  stair       INTEGER NOT NULL,
  room        INTEGER NOT NULL,
  grid        TEXT NOT NULL,
  file_number TEXT,
  UNIQUE (phase, block, stair, room)
) STRICT;

CREATE TABLE person (
  id        INTEGER PRIMARY KEY,
  household INTEGER REFERENCES household (id),
  name      TEXT NOT NULL,
  sex       TEXT NOT NULL,
  born      TEXT NOT NULL,
  phone     TEXT,
  language  TEXT NOT NULL,
  role      TEXT NOT NULL,
  died      TEXT
) STRICT;
CREATE INDEX person_household ON person (household);

CREATE TABLE guardian (
  child    INTEGER NOT NULL REFERENCES person (id),
  adult    INTEGER NOT NULL REFERENCES person (id),
  relation TEXT NOT NULL,
  collects INTEGER NOT NULL,
  PRIMARY KEY (child, adult)
) STRICT, WITHOUT ROWID;
CREATE INDEX guardian_adult ON guardian (adult);

CREATE TABLE category (
  person     INTEGER NOT NULL REFERENCES person (id),
  kind       TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  until      TEXT,
  PRIMARY KEY (person, kind, valid_from)
) STRICT, WITHOUT ROWID;

-- One of person and household is set: 特困 is a person's, 低保 a household's.
CREATE TABLE entitlement (
  id         INTEGER PRIMARY KEY,
  person     INTEGER REFERENCES person (id),
  household  INTEGER REFERENCES household (id),
  tier       TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  until      TEXT,
  recorded   INTEGER NOT NULL,
  CHECK ((person IS NULL) <> (household IS NULL))
) STRICT;

CREATE TABLE enrolment (
  person     INTEGER NOT NULL REFERENCES person (id),
  series     TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  PRIMARY KEY (person, series)
) STRICT, WITHOUT ROWID;
CREATE INDEX enrolment_series ON enrolment (series);

-- The secret of a card is not here: only what is derived from it.
CREATE TABLE card (
  ref     BLOB PRIMARY KEY,
  key     BLOB NOT NULL,
  person  INTEGER NOT NULL REFERENCES person (id),
  number  TEXT NOT NULL UNIQUE,
  issued  INTEGER NOT NULL,
  revoked INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX card_person ON card (person);

-- Site and places as the contract writes them.
CREATE TABLE setting (
  key      TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body     BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id            TEXT PRIMARY KEY,
  series        TEXT NOT NULL,
  place         TEXT NOT NULL,
  category      TEXT NOT NULL,
  title         TEXT NOT NULL,
  title_english TEXT NOT NULL,
  starts        TEXT NOT NULL,
  ends          TEXT NOT NULL,
  capacity      INTEGER NOT NULL,
  walk_ins      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_starts ON session (starts);
