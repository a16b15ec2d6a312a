package io.jinlin.hub.live;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When door beams, and people who count, saw anybody in places on one day. */
final class Doors {

  private final Map<String, NavigableSet<Long>> passages = new HashMap<>();
  private final Map<String, NavigableMap<Long, Integer>> counts = new HashMap<>();

  /** Somebody went in or out. */
  void passed(String place, long atMillis) {
    passages.computeIfAbsent(place, none -> new TreeSet<>()).add(atMillis);
  }

  /** Somebody counted the people in a place. */
  void counted(String place, long atMillis, int people) {
    counts.computeIfAbsent(place, none -> new TreeMap<>()).put(atMillis, people);
  }

  /** Time of the newest passage up to a time; 0 for none. */
  long newestPassage(String place, long atMillis) {
    NavigableSet<Long> times = passages.get(place);
    @Nullable Long newest = times == null ? null : times.floor(atMillis);
    return newest == null ? 0 : newest;
  }

  /** Time of the newest hand count up to a time; 0 for none. */
  long newestCount(String place, long atMillis) {
    NavigableMap<Long, Integer> map = counts.get(place);
    @Nullable Long newest = map == null ? null : map.floorKey(atMillis);
    return newest == null ? 0 : newest;
  }

  /** The number that was counted at a time which {@link #newestCount} gave. */
  int count(String place, long atMillis) {
    NavigableMap<Long, Integer> map = counts.get(place);
    return map == null ? 0 : map.getOrDefault(atMillis, 0);
  }
}
