-- What the clinic sets itself: who goes first, rooms, numbers for people without a card.

CREATE TABLE clinic_setting (
  key  TEXT PRIMARY KEY,
  body BLOB NOT NULL
) STRICT, WITHOUT ROWID;
