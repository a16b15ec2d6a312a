-- When an account was suspended, in milliseconds since 1970 UTC: it stays, since the ledger names it, and signs nobody in.
ALTER TABLE account ADD COLUMN suspended INTEGER;

-- When somebody last signed in.
ALTER TABLE account ADD COLUMN entered INTEGER;

-- Who gave, changed or took away what an account may do. "by" is empty for a command on the machine.
CREATE TABLE account_deed (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  by      TEXT NOT NULL,
  account TEXT NOT NULL,
  deed    TEXT NOT NULL,
  roles   TEXT NOT NULL
) STRICT;
