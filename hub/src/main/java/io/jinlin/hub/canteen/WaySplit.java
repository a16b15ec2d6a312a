package io.jinlin.hub.canteen;

import io.jinlin.contract.event.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A forecast by the ways in which meals are taken: what is ordered goes the way it was ordered, and
 * those who come without an order as they did on the days on which the forecast rests. The parts
 * add up to the whole.
 */
public final class WaySplit {
  private WaySplit() {}

  /**
   * Splits a forecast.
   *
   * @param walkIns portions for those who come without an order
   * @param ordered portions that are ordered
   * @param habit portions had without an order on earlier days; with none, all eat here
   * @return a way that has none is missing
   */
  public static Map<Way, Integer> of(
      int walkIns, Map<Way, Integer> ordered, Map<Way, Integer> habit) {
    Map<Way, Integer> split = new EnumMap<>(Way.class);
    ordered.forEach((way, portions) -> add(split, way, portions));
    long all = habit.values().stream().mapToLong(Integer::longValue).sum();
    if (all == 0) {
      add(split, Way.DINE_IN, walkIns);
      return split;
    }
    int left = walkIns;
    for (Map.Entry<Way, Integer> part : habit.entrySet()) {
      int whole = (int) (walkIns * (long) part.getValue() / all);
      add(split, part.getKey(), whole);
      left -= whole;
    }
    // What rounding down left over goes to those who lost most by it, the first way first.
    List<Way> most = new ArrayList<>(new EnumMap<>(habit).keySet());
    most.sort(
        Comparator.comparingLong((Way way) -> walkIns * (long) habit.getOrDefault(way, 0) % all)
            .reversed());
    for (int i = 0; i < left; i++) {
      add(split, most.get(i), 1);
    }
    return split;
  }

  private static void add(Map<Way, Integer> split, Way way, int portions) {
    if (portions > 0) {
      split.merge(way, portions, Integer::sum);
    }
  }
}
