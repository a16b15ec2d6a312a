-- Who looked at whose data or changed it. Names are not here: they are read when the log is.

CREATE TABLE access (
  id      TEXT PRIMARY KEY,
  at      INTEGER NOT NULL,
  account TEXT NOT NULL,
  action  TEXT NOT NULL,
  people  INTEGER NOT NULL
) STRICT;
CREATE INDEX access_at ON access (at);

CREATE TABLE access_person (
  person INTEGER NOT NULL,
  access TEXT NOT NULL,
  PRIMARY KEY (person, access)
) STRICT, WITHOUT ROWID;
CREATE INDEX access_person_access ON access_person (access);
