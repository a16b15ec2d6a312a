-- How rooms lie within each other and which doors lead from one to another; and who answered alerts.
CREATE TABLE room_rules (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  body BLOB NOT NULL
) STRICT;

CREATE TABLE room_alert_answer (
  place TEXT NOT NULL,
  level TEXT NOT NULL,
  at    INTEGER NOT NULL,
  by    TEXT NOT NULL,
  PRIMARY KEY (place, level, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX room_alert_answer_at ON room_alert_answer (at);
