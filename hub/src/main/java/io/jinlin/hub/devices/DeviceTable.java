package io.jinlin.hub.devices;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.WordTable;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.pages.PageWriter;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The table {@code device} and each device's item of the settings page. */
public final class DeviceTable {
  private static final WordTable<Device.Role> ROLES = WordTable.of(Device.Role.class);
  private static final String COLUMNS = "SELECT id, name, place, role, ticket_base FROM device";
  private static final String PUT =
      "INSERT INTO device (id, name, place, role, ticket_base, salt, verifier, created)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
          + " name = excluded.name, place = excluded.place, role = excluded.role,"
          + " ticket_base = excluded.ticket_base, salt = excluded.salt,"
          + " verifier = excluded.verifier, revoked = NULL, journalled = 0";

  private DeviceTable() {}

  /**
   * Adds a device, or gives a known one a new password and what it is now.
   *
   * @param random a cryptographic source
   * @return the password, which is kept nowhere else
   * @throws IllegalArgumentException for the name that is the hub's own, or clinic numbers that
   *     another device has
   */
  public static String put(Connection db, Device device, long nowMillis, RandomGenerator random)
      throws SQLException {
    String password = DevicePassword.random(random);
    put(db, device, password, nowMillis, random);
    return password;
  }

  /** The same with a password that is given; the version of its settings. */
  public static long put(
      Connection db, Device device, String password, long nowMillis, RandomGenerator random)
      throws SQLException {
    if (Devices.RESERVED.contains(device.id())) {
      throw new IllegalArgumentException("no device may be called " + device.id());
    }
    TicketRanges.check(db, device, nowMillis);
    byte[] salt = new byte[DevicePassword.SALT_BYTES];
    random.nextBytes(salt);
    Rows.change(
        db,
        PUT,
        device.id(),
        device.name(),
        device.place(),
        ROLES.word(device.role()),
        device.ticketBase(),
        salt,
        DevicePassword.verifier(password, salt),
        nowMillis);
    try (PageWriter pages = new PageWriter(db)) {
      return pages.put(PageKind.SETTINGS, version -> new Item.DeviceSettings(version, device));
    }
  }

  /** Gives a device its English name, an empty one takes it away; false for an unknown device. */
  public static boolean nameEnglish(Connection db, String id, String name) throws SQLException {
    if (!name.isEmpty()) {
      Check.note("name_english", name);
    }
    return Rows.change(db, "UPDATE device SET name_english = ? WHERE id = ?", name, id) > 0;
  }

  /** The English names by device; those that have none are missing. */
  public static Map<String, String> englishNames(Connection db) throws SQLException {
    Map<String, String> names = new HashMap<>();
    Rows.all(
        db,
        "SELECT id, name_english FROM device WHERE name_english <> ''",
        row -> names.put(row.getString(1), row.getString(2)));
    return names;
  }

  /** Lets a device in no more. */
  public static boolean revoke(Connection db, String id, long nowMillis) throws SQLException {
    String sql = "UPDATE device SET revoked = ? WHERE id = ? AND revoked IS NULL";
    return Rows.change(db, sql, nowMillis, id) > 0;
  }

  /** Notes that the journal has it too. */
  static boolean journalled(Connection db, String id) throws SQLException {
    return Rows.change(db, "UPDATE device SET journalled = 1 WHERE id = ?", id) > 0;
  }

  /** The devices that are let in no more. */
  static Set<String> lost(Connection db) throws SQLException {
    return Set.copyOf(
        Rows.all(db, "SELECT id FROM device WHERE revoked IS NOT NULL", row -> row.getString(1)));
  }

  /** A device that is let in no more, and since when. */
  record Revoked(String device, long atMillis) {}

  /** Those of which the journal does not know. */
  static List<Revoked> notJournalled(Connection db) throws SQLException {
    return Rows.all(
        db,
        "SELECT id, revoked FROM device WHERE revoked IS NOT NULL AND journalled = 0",
        row -> new Revoked(row.getString(1), row.getLong(2)));
  }

  /** All devices that are let in, by name. */
  public static List<Device> all(Connection db) throws SQLException {
    return Rows.all(db, COLUMNS + " WHERE revoked IS NULL ORDER BY id", DeviceTable::read);
  }

  private static Device read(ResultSet row) throws SQLException {
    return new Device(
        row.getString("id"),
        row.getString("name"),
        row.getString("place"),
        ROLES.find(row.getString("role")).orElseThrow(),
        row.getInt("ticket_base"));
  }

  /** What proves a device; none for one that is unknown or not let in. */
  record Proof(byte[] salt, byte[] verifier) {}

  static Optional<Proof> proof(Connection db, String id) throws SQLException {
    return Rows.all(
            db,
            "SELECT salt, verifier FROM device WHERE id = ? AND revoked IS NULL",
            row -> new Proof(row.getBytes(1), row.getBytes(2)),
            id)
        .stream()
        .findFirst();
  }
}
