package io.jinlin.edge.outbox;

/**
 * All SQL of the outbox. A row of {@code event} names its epoch itself, so that it can be salvaged
 * from a file of which only some pages are readable; its key is {@code epoch number << 40 | seq}.
 */
final class OutboxSql {
  /** Version of the tables, in {@code user_version}. */
  static final int SCHEMA = 1;

  static final String[] CREATE = {
    "CREATE TABLE IF NOT EXISTS boot(boot TEXT PRIMARY KEY, offset_millis INTEGER NOT NULL)"
        + " WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS epoch(id INTEGER PRIMARY KEY, epoch TEXT NOT NULL UNIQUE,"
        + " boot TEXT NOT NULL, acked INTEGER NOT NULL, backed_up INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS event(id INTEGER PRIMARY KEY, epoch TEXT NOT NULL,"
        + " body BLOB NOT NULL)",
    "PRAGMA user_version=" + SCHEMA
  };

  static final String USER_VERSION = "PRAGMA user_version";
  static final String QUICK_CHECK = "PRAGMA quick_check(1)";
  static final String PAGE_COUNT = "PRAGMA page_count";
  static final String FREE_COUNT = "PRAGMA freelist_count";

  static final String BEGIN = "BEGIN IMMEDIATE";
  static final String COMMIT = "COMMIT";
  static final String ROLLBACK = "ROLLBACK";

  /** A row that is written and deleted again to see whether the disk works. */
  static final String PROBE_BOOT = "probe";

  static final String BOOTS = "SELECT boot, offset_millis FROM boot";
  static final String PUT_BOOT = "INSERT OR REPLACE INTO boot(boot, offset_millis) VALUES(?, ?)";
  static final String DROP_BOOT = "DELETE FROM boot WHERE boot = ?";
  static final String DROP_BOOTS = "DELETE FROM boot WHERE boot NOT IN (SELECT boot FROM epoch)";

  static final String EPOCHS =
      "SELECT id, epoch, boot, acked, backed_up,"
          + " (SELECT min(v.id) FROM event v WHERE v.id BETWEEN e.id << 40 AND (e.id + 1 << 40) - 1),"
          + " (SELECT max(v.id) FROM event v WHERE v.id BETWEEN e.id << 40 AND (e.id + 1 << 40) - 1)"
          + " FROM epoch e ORDER BY id";
  static final String ADD_EPOCH =
      "INSERT INTO epoch(id, epoch, boot, acked, backed_up) VALUES(?, ?, ?, 0, 0)";
  static final String SET_POSITION = "UPDATE epoch SET acked = ?, backed_up = ? WHERE id = ?";
  static final String DROP_EPOCH = "DELETE FROM epoch WHERE id = ?";

  static final String ADD_EVENT = "INSERT INTO event(id, epoch, body) VALUES(?, ?, ?)";
  static final String EVENTS =
      "SELECT id, body FROM event WHERE id > ? AND id <= ? ORDER BY id LIMIT ?";
  static final String EVENTS_BACKWARDS =
      "SELECT id, body FROM event WHERE id < ? ORDER BY id DESC LIMIT ?";
  static final String RESTORE_EVENT =
      "INSERT OR IGNORE INTO event(id, epoch, body) VALUES(?, ?, ?)";
  static final String DROP_EVENTS = "DELETE FROM event WHERE id >= ? AND id <= ?";

  private OutboxSql() {}

  /**
   * Stands for a boot that a damaged file no longer names: its events have no offset. Each epoch
   * has one of its own, since the hub gives all epochs of a boot the same offset once it learns of
   * one.
   */
  static String unknownBoot(String epoch) {
    return "unknown-" + epoch;
  }
}
