-- Who may sign in. A file of its own: signing in never waits for the ledger, and an older ledger
-- that is put back does not bring back old passwords.
CREATE TABLE account (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE,
  verifier    TEXT NOT NULL,
  roles       TEXT NOT NULL,
  must_change INTEGER NOT NULL,
  created     INTEGER NOT NULL
) STRICT;

-- Only a hash of the cookie: a copy of this file signs nobody in.
CREATE TABLE signed_in (
  token_hash BLOB PRIMARY KEY,
  account    INTEGER NOT NULL REFERENCES account (id),
  csrf       TEXT NOT NULL,
  created    INTEGER NOT NULL,
  seen       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
