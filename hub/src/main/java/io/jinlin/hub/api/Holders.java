package io.jinlin.hub.api;

import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose account it is, as the hall desk must know to settle with the right person. */
final class Holders {
  private static final String SELECT =
      "SELECT p.id, p.name, p.phone, h.phase, h.block, h.stair, h.room FROM person p"
          + " LEFT JOIN household h ON h.id = p.household";
  private static final Holder NOBODY = new Holder(0, "*", "", "");

  private final Map<Long, Holder> holders;

  private Holders(Map<Long, Holder> holders) {
    this.holders = holders;
  }

  /**
   * A person.
   *
   * @param address {@code 1期3栋2梯1203}, empty for staff from elsewhere
   * @param phoneEnd last four digits, empty without a phone
   */
  record Holder(long person, String name, String address, String phoneEnd) {
    boolean matches(String asked) {
      return asked.isEmpty()
          || name.contains(asked)
          || address.contains(asked)
          || (asked.length() == 4 && phoneEnd.equals(asked));
    }

    @Override
    public String toString() {
      return "Holder[" + person + "]";
    }
  }

  static Holders load(Connection db) throws SQLException {
    Map<Long, Holder> holders = new HashMap<>();
    Rows.all(db, SELECT, row -> holders.put(row.getLong(1), holder(row)));
    return new Holders(holders);
  }

  static Optional<Holder> find(Connection db, long person) throws SQLException {
    List<Holder> found = Rows.all(db, SELECT + " WHERE p.id = ?", Holders::holder, person);
    return found.stream().findFirst();
  }

  private static Holder holder(ResultSet row) throws SQLException {
    String phone = Optional.ofNullable(row.getString(3)).orElse("");
    String address =
        row.getInt(4) == 0
            ? ""
            : row.getInt(4) + "期" + row.getInt(5) + "栋" + row.getInt(6) + "梯" + row.getInt(7);
    return new Holder(
        row.getLong(1),
        row.getString(2),
        address,
        phone.length() < 4 ? "" : phone.substring(phone.length() - 4));
  }

  Holder of(long person) {
    return holders.getOrDefault(person, NOBODY);
  }
}
