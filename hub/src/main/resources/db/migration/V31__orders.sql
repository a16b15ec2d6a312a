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

-- One visit; of an occasion and person the last is what holds. The key is made where it is entered.
CREATE TABLE door_visit (
  key      TEXT PRIMARY KEY,
  occasion TEXT NOT NULL,
  person   INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  body     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX door_visit_occasion ON door_visit (occasion, person);

CREATE TABLE door_step (
  key      TEXT PRIMARY KEY,
  occasion TEXT NOT NULL,
  person   INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  body     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX door_step_occasion ON door_step (occasion, person);

-- What staff served without a card (type 12), for accounts and deliveries: few among many scans.
CREATE INDEX ledger_serving ON ledger (subject) WHERE what & 15 = 12;
