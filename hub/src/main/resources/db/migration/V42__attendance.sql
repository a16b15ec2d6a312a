-- What a teacher said of somebody by hand; who came by card stands in the ledger.
CREATE TABLE attendance_mark (
  session TEXT NOT NULL,
  person  INTEGER NOT NULL,
  mark    TEXT NOT NULL,
  at      INTEGER NOT NULL,
  by      TEXT NOT NULL,
  note    TEXT NOT NULL,
  event   TEXT NOT NULL,
  PRIMARY KEY (session, person, mark)
) STRICT, WITHOUT ROWID;
