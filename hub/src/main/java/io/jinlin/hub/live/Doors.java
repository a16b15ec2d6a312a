package io.jinlin.hub.live;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What door beams and people who count saw of places on one day. */
final class Doors {

  private final Map<String, NavigableMap<Long, Integer>> passages = new HashMap<>();
  private final Map<String, NavigableMap<Long, Integer>> counts = new HashMap<>();

  /** People went in (or, below zero, out). */
  void passed(String place, long atMillis, int people) {
    passages.computeIfAbsent(place, none -> new TreeMap<>()).merge(atMillis, people, Integer::sum);
  }

  /** Somebody counted the people in a place. */
  void counted(String place, long atMillis, int people) {
    counts.computeIfAbsent(place, none -> new TreeMap<>()).put(atMillis, people);
  }

  /** Whether a door of the place saw anybody up to a time. */
  boolean hasDoor(String place, long atMillis) {
    return newestPassage(place, atMillis) > 0;
  }

  /** Time of the newest passage up to a time; 0 for none. */
  long newestPassage(String place, long atMillis) {
    return floor(passages.get(place), atMillis);
  }

  /** Time of the newest hand count up to a time; 0 for none. */
  long newestCount(String place, long atMillis) {
    return floor(counts.get(place), atMillis);
  }

  private static long floor(@Nullable NavigableMap<Long, Integer> map, long atMillis) {
    Long key = map == null ? null : map.floorKey(atMillis);
    return key == null ? 0 : key;
  }

  /** The number that was counted at a time which {@link #newestCount} gave. */
  int count(String place, long atMillis) {
    NavigableMap<Long, Integer> map = counts.get(place);
    return map == null ? 0 : map.getOrDefault(atMillis, 0);
  }

  /** People after the passages from a time to another, never below none on the way. */
  int after(String place, int people, long fromMillis, long untilMillis) {
    NavigableMap<Long, Integer> map = passages.get(place);
    int inside = people;
    if (map != null) {
      for (int change : map.subMap(fromMillis, false, untilMillis, true).values()) {
        inside = Math.max(0, inside + change);
      }
    }
    return inside;
  }
}
