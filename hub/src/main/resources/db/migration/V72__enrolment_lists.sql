-- Who waits for a place in a full series, the first first; who was enrolled once, for the sheets of those days.
CREATE TABLE enrolment_waiting (
  series TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person (id),
  at     INTEGER NOT NULL,
  PRIMARY KEY (series, person)
) STRICT, WITHOUT ROWID;

-- "until" is the first day on which the person was not enrolled any more.
CREATE TABLE enrolment_past (
  series     TEXT NOT NULL,
  person     INTEGER NOT NULL REFERENCES person (id),
  valid_from TEXT NOT NULL,
  until      TEXT NOT NULL,
  PRIMARY KEY (series, person, valid_from)
) STRICT, WITHOUT ROWID;
