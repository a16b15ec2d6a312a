-- What the hub holds against a device until staff say that they have seen it.
CREATE TABLE device_problem (
  device  TEXT NOT NULL,
  problem TEXT NOT NULL,
  since   INTEGER NOT NULL,
  PRIMARY KEY (device, problem)
) STRICT, WITHOUT ROWID;
