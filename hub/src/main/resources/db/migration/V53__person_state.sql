-- That a person moved away, died, or is here again: since which day, and when it became known here.
-- The newest row holds; person.died follows it.

CREATE TABLE person_state (
  person  INTEGER NOT NULL REFERENCES person (id),
  at      INTEGER NOT NULL,
  state   TEXT NOT NULL,
  day     TEXT NOT NULL,
  known   TEXT NOT NULL,
  account TEXT NOT NULL,
  PRIMARY KEY (person, at)
) STRICT, WITHOUT ROWID;
