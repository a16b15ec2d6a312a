-- What else the street office's register says of a person, and what imports of it changed.

CREATE TABLE person_register (
  person        INTEGER PRIMARY KEY REFERENCES person (id),
  number        TEXT,
  identity_hash TEXT,
  identity      TEXT,
  identity_end  TEXT,
  lunar         TEXT
) STRICT;
CREATE INDEX person_register_number ON person_register (number);
CREATE INDEX person_register_identity ON person_register (identity_hash);

CREATE TABLE import (
  id        TEXT PRIMARY KEY,
  at        INTEGER NOT NULL,
  account   TEXT NOT NULL,
  file      TEXT NOT NULL,
  created   INTEGER NOT NULL,
  changed   INTEGER NOT NULL,
  undone    INTEGER,
  undone_by TEXT
) STRICT, WITHOUT ROWID;

-- Parts of an import that is on its way; they do nothing until all are there.
CREATE TABLE import_part (
  import TEXT NOT NULL,
  part   INTEGER NOT NULL,
  body   TEXT NOT NULL,
  PRIMARY KEY (import, part)
) STRICT, WITHOUT ROWID;

-- How a person was before (NULL: not there) and after an import; its undo compares and puts back.
CREATE TABLE import_change (
  import TEXT NOT NULL,
  person INTEGER NOT NULL,
  before TEXT,
  after  TEXT NOT NULL,
  PRIMARY KEY (import, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_household (
  import    TEXT NOT NULL,
  household INTEGER NOT NULL,
  PRIMARY KEY (import, household)
) STRICT, WITHOUT ROWID;
