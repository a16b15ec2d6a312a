package io.jinlin.hub.api;

import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who people are and where their door is, for staff who settle, call or bring something. */
final class Holders {
  private static final String SELECT =
      "SELECT p.id, p.name, p.phone, h.phase, h.block, h.stair, h.room FROM person p"
          + " LEFT JOIN household h ON h.id = p.household";
  private static final Holder NOBODY = new Holder(0, "*", "", 0, 0, 0, 0);
  private static final int PHONE_END = 4;

  private final Map<Long, Holder> holders;

  private Holders(Map<Long, Holder> holders) {
    this.holders = holders;
  }

  /**
   * A person.
   *
   * @param phone empty for the many without one
   * @param phase 0 for staff from elsewhere
   */
  record Holder(long person, String name, String phone, int phase, int block, int stair, int room)
      implements Comparable<Holder> {
    private static final Comparator<Holder> BY_DOOR =
        Comparator.comparingInt(Holder::phase)
            .thenComparingInt(Holder::block)
            .thenComparingInt(Holder::stair)
            .thenComparingInt(Holder::room)
            .thenComparingLong(Holder::person);

    /** {@code 1期3栋2梯1203}, empty for staff from elsewhere. */
    String address() {
      return phase == 0 ? "" : blockName() + stair + "梯" + room;
    }

    /** {@code 1期3栋}: the round of one volunteer. */
    String blockName() {
      return phase == 0 ? "" : phase + "期" + block + "栋";
    }

    /** The last four digits, empty without a phone. */
    String phoneEnd() {
      return phone.length() < PHONE_END ? "" : phone.substring(phone.length() - PHONE_END);
    }

    boolean matches(String asked) {
      return asked.isEmpty()
          || name.contains(asked)
          || address().contains(asked)
          || (asked.length() == PHONE_END && phoneEnd().equals(asked));
    }

    @Override
    public int compareTo(Holder other) {
      return BY_DOOR.compare(this, other);
    }

    /** Without name and phone: a careless log line must not carry them. */
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
    return new Holder(
        row.getLong(1),
        row.getString(2),
        Optional.ofNullable(row.getString(3)).orElse(""),
        row.getInt(4),
        row.getInt(5),
        row.getInt(6),
        row.getInt(7));
  }

  Holder of(long person) {
    return holders.getOrDefault(person, NOBODY);
  }

  /** People of a name, a door or the last four digits of a phone, by their doors. */
  List<Holder> find(String asked, int most) {
    if (asked.isEmpty()) {
      return List.of();
    }
    return holders.values().stream()
        .filter(holder -> holder.matches(asked))
        .sorted()
        .limit(most)
        .toList();
  }
}
