-- What staff who read English call a device; empty for the name that everyone else reads.
ALTER TABLE device ADD COLUMN name_english TEXT NOT NULL DEFAULT '';
