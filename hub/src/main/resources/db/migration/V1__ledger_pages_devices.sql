-- Words that rows of the ledger repeat: places and occasions.
CREATE TABLE word (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
);

-- One start of one device's outbox. "position" is the last event up to which nothing is missing.
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  device TEXT NOT NULL,
  epoch TEXT NOT NULL,
  boot TEXT NOT NULL,
  offset_ms INTEGER,
  position INTEGER NOT NULL,
  backed_up INTEGER NOT NULL DEFAULT 0,
  UNIQUE (device, epoch)
);

-- Append-only but for "at", "subject" and "what", which follow a late clock offset or a card that
-- became known. id = source << 40 | seq. at = milliseconds since 1970 UTC, corrected by the
-- source's offset; the device's own times stay in the body, which is the line as it came.
-- subject = person (integer) or reference of an unknown card (blob).
-- what = type | outcome << 4 | flags << 8, see io.jinlin.hub.ledger.What.
CREATE TABLE ledger (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  received INTEGER NOT NULL,
  subject,
  occasion INTEGER,
  place INTEGER NOT NULL,
  what INTEGER NOT NULL,
  body BLOB NOT NULL
);
CREATE INDEX ledger_at ON ledger (at);
CREATE INDEX ledger_unknown ON ledger (subject) WHERE typeof(subject) = 'blob';

-- Lines that could not be read, as they came; `hub rebuild` reads them again.
CREATE TABLE rejected (
  id INTEGER PRIMARY KEY,
  received INTEGER NOT NULL,
  refusal TEXT NOT NULL,
  detail TEXT NOT NULL,
  body BLOB NOT NULL
);

-- Lines under a number that another line has already: the first stays.
CREATE TABLE quarantine (
  id INTEGER NOT NULL,
  received INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (id, body)
) WITHOUT ROWID;

-- Events that a device said it no longer has.
CREATE TABLE gap (
  source INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  received INTEGER NOT NULL,
  PRIMARY KEY (source, first)
) WITHOUT ROWID;

-- What staff took back; named in full, because it may be known before the event is.
CREATE TABLE voided (
  device TEXT NOT NULL,
  epoch TEXT NOT NULL,
  seq INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (device, epoch, seq)
) WITHOUT ROWID;

-- Projections, all rebuilt by `hub rebuild`. -----------------------------------------------------

-- The business key: one person counts once in one occasion, by the scan that ranks first.
CREATE TABLE counted (
  occasion INTEGER NOT NULL,
  subject NOT NULL,
  id INTEGER NOT NULL,
  wall INTEGER NOT NULL,
  way INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (occasion, subject)
) WITHOUT ROWID;

-- Accepted scans of the same key that do not count, while another does.
CREATE TABLE runner_up (
  occasion INTEGER NOT NULL,
  subject NOT NULL,
  id INTEGER NOT NULL,
  wall INTEGER NOT NULL,
  way INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (occasion, subject, id)
) WITHOUT ROWID;

-- Sums of "counted". way = 0 for what is no meal, else 1 + the ordinal of Way.
CREATE TABLE tally (
  occasion INTEGER NOT NULL,
  way INTEGER NOT NULL,
  place INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (occasion, way, place)
) WITHOUT ROWID;

-- Movements in five minutes; slot = at / 300000.
CREATE TABLE flow (
  place INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  door_in INTEGER NOT NULL,
  door_out INTEGER NOT NULL,
  scan_in INTEGER NOT NULL,
  scan_out INTEGER NOT NULL,
  PRIMARY KEY (place, slot)
) WITHOUT ROWID;

-- What staff should look at: "untimed", "clock", "unknown-card" (once a card).
CREATE TABLE review (
  id INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (id, reason)
) WITHOUT ROWID;

-- Pages that devices ask for. ---------------------------------------------------------------------

-- kind = ordinal of PageKind; gone = 1 for a key that is no longer there.
CREATE TABLE page_item (
  kind INTEGER NOT NULL,
  version INTEGER NOT NULL,
  key TEXT NOT NULL,
  gone INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (kind, version)
) WITHOUT ROWID;
CREATE UNIQUE INDEX page_key ON page_item (kind, key);

-- The starts of the hub and the first version number that each could give, by kind.
CREATE TABLE page_term (
  start INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  term TEXT NOT NULL,
  first INTEGER NOT NULL,
  PRIMARY KEY (start, kind)
) WITHOUT ROWID;

-- Devices and what proves them: PBKDF2 of the password that the enrolment file holds.
CREATE TABLE device (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  role TEXT NOT NULL,
  ticket_base INTEGER NOT NULL,
  salt BLOB NOT NULL,
  verifier BLOB NOT NULL,
  created INTEGER NOT NULL,
  revoked INTEGER
) WITHOUT ROWID;

-- Single values: journal position and the like.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value NOT NULL
) WITHOUT ROWID;

-- The ledger as people read it.
CREATE VIEW event AS
SELECT l.id, s.device, s.epoch, l.id & 0xFFFFFFFFFF AS seq, l.at, l.received, l.subject,
  o.text AS occasion, p.text AS place, l.what & 15 AS type, l.what >> 4 & 15 AS outcome,
  l.what >> 8 AS flags, l.body,
  EXISTS (SELECT 1 FROM counted c
    WHERE c.occasion = l.occasion AND c.subject = l.subject AND c.id = l.id) AS counted,
  EXISTS (SELECT 1 FROM voided v
    WHERE v.device = s.device AND v.epoch = s.epoch AND v.seq = l.id & 0xFFFFFFFFFF) AS voided
FROM ledger l
JOIN source s ON s.id = l.id >> 40
JOIN word p ON p.id = l.place
LEFT JOIN word o ON o.id = l.occasion;
