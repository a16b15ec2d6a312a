package io.jinlin.hub.rooms;

import java.util.List;
import java.util.stream.DoubleStream;

/** How long people stay in a room, learned from the days before. */
public final class UsualStay {
  /** Days that must have said something before they are believed. */
  public static final int LEAST_DAYS = 3;

  private UsualStay() {}

  /**
   * The middle of what earlier days said: a day of a broken sensor does not move it.
   *
   * @param days averages in minutes, as {@link RoomModel#averageStay} gives them
   * @param set what staff set, in minutes; holds until there are {@value #LEAST_DAYS} days, and
   *     bounds what is learned: a tenth of it to twice
   */
  public static int minutes(List<Double> days, int set) {
    if (days.size() < LEAST_DAYS) {
      return set;
    }
    double[] sorted = days.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double middle =
        DoubleStream.of(sorted[(sorted.length - 1) / 2], sorted[sorted.length / 2])
            .average()
            .orElse(set);
    return (int) Math.round(Math.max(Math.max(1, set / 10.0), Math.min(2.0 * set, middle)));
  }
}
