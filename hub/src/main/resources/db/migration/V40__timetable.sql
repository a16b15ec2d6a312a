-- What staff say of the timetable; what it comes to stands in session.
CREATE TABLE series (
  id    TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  body  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session_change (
  series TEXT NOT NULL,
  date   TEXT NOT NULL,
  body   BLOB NOT NULL,
  PRIMARY KEY (series, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE opening_calendar (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  body BLOB NOT NULL
) STRICT;

ALTER TABLE session ADD COLUMN teacher   TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN changed   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN note      TEXT NOT NULL DEFAULT '';
CREATE INDEX session_series ON session (series, starts);
