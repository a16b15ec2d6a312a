-- Money. Written from the journal (kind "settlement"), so that a restore replays it. Charges are not
-- here: they follow from the counted meals, the tariff and the entitlements.

-- What meals cost from a day on; of one day the last recorded holds.
CREATE TABLE tariff (
  valid_from TEXT NOT NULL,
  recorded   INTEGER NOT NULL,
  by_account TEXT NOT NULL,
  body       TEXT NOT NULL,
  PRIMARY KEY (valid_from, recorded)
) STRICT, WITHOUT ROWID;

-- Money taken at the hall desk, in fen; negative for money given back.
CREATE TABLE payment (
  receipt    TEXT PRIMARY KEY,
  person     INTEGER NOT NULL REFERENCES person (id),
  fen        INTEGER NOT NULL,
  method     TEXT NOT NULL,
  at         INTEGER NOT NULL,
  day        TEXT NOT NULL,
  by_account TEXT NOT NULL,
  note       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_person ON payment (person);
CREATE INDEX payment_day ON payment (day);

-- A payment that was taken back stays, and no longer counts.
CREATE TABLE payment_void (
  receipt    TEXT PRIMARY KEY,
  at         INTEGER NOT NULL,
  by_account TEXT NOT NULL,
  reason     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was in the drawer at the end of a day, beside what should have been.
CREATE TABLE cash_up (
  day        TEXT NOT NULL,
  at         INTEGER NOT NULL,
  by_account TEXT NOT NULL,
  expected   INTEGER NOT NULL,
  counted    INTEGER NOT NULL,
  note       TEXT NOT NULL,
  PRIMARY KEY (day, at)
) STRICT, WITHOUT ROWID;
