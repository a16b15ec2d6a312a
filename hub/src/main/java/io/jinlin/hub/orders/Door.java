package io.jinlin.hub.orders;

import java.util.Comparator;

/**
 * Who somebody is and where they live, for whoever calls or brings something.
 *
 * @param phone empty for the many without one
 * @param phase 0 for somebody without a household of ours
 */
public record Door(
    long person, String name, String phone, int phase, int block, int stair, int room)
    implements Comparable<Door> {
  private static final int PHONE_END = 4;
  private static final Comparator<Door> IN_ORDER =
      Comparator.comparingInt(Door::phase)
          .thenComparingInt(Door::block)
          .thenComparingInt(Door::stair)
          .thenComparingInt(Door::room)
          .thenComparingLong(Door::person);

  /** {@code 1期3栋2梯1203}, empty without a household. */
  public String address() {
    return phase == 0 ? "" : blockName() + stair + "梯" + room;
  }

  /** {@code 1期3栋}: the round of one volunteer. */
  public String blockName() {
    return phase == 0 ? "" : phase + "期" + block + "栋";
  }

  /** The last four digits, empty without a phone. */
  public String phoneEnd() {
    return phone.length() < PHONE_END ? "" : phone.substring(phone.length() - PHONE_END);
  }

  /** The same door for whoever need not know more of who lives there. */
  public Door masked(String maskedName) {
    return new Door(person, maskedName, "", phase, block, stair, room);
  }

  @Override
  public int compareTo(Door other) {
    return IN_ORDER.compare(this, other);
  }

  /** Without name and phone: a careless log line must not carry them. */
  @Override
  public String toString() {
    return "Door[" + person + "]";
  }
}
