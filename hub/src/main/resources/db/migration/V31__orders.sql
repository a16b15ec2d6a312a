-- Meals ordered ahead and what happened at the doors. Written from the journal (kind "orders").

CREATE TABLE meal_order (
  id         TEXT PRIMARY KEY,
  person     INTEGER NOT NULL,
  body       TEXT NOT NULL,
  ends       TEXT,
  by_account TEXT NOT NULL,
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX meal_order_person ON meal_order (person);

CREATE TABLE order_skip (
  meal_order TEXT NOT NULL,
  day        TEXT NOT NULL,
  again      INTEGER NOT NULL,
  PRIMARY KEY (meal_order, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_pause (
  id     TEXT PRIMARY KEY,
  person INTEGER NOT NULL,
  body   TEXT NOT NULL,
  ends   TEXT
) STRICT, WITHOUT ROWID;

-- One visit of one time; the last of an occasion and person is what holds.
CREATE TABLE door_visit (
  occasion TEXT NOT NULL,
  person   INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  body     TEXT NOT NULL,
  PRIMARY KEY (occasion, person, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE door_step (
  occasion TEXT NOT NULL,
  person   INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  body     TEXT NOT NULL,
  PRIMARY KEY (occasion, person, at)
) STRICT, WITHOUT ROWID;
