-- Receipts of copies that people were given of their own data. Written from the journal ("copy").
CREATE TABLE person_copy (
  id      TEXT PRIMARY KEY,
  person  INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  account TEXT NOT NULL,
  digest  TEXT NOT NULL,
  bytes   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX person_copy_person ON person_copy (person);
