package io.jinlin.hub.live;

import io.jinlin.hub.tally.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is where on one day, by cards. A card on the way in stands for its person until the person is
 * seen elsewhere, leaves, or has been there as long as people stay as a rule: nobody who forgets to
 * scan on the way out fills a room all day. People, not names, can be asked for.
 */
final class Presence {

  static final long MINUTE_MS = 60_000;

  /** Minutes of the longest day (a change of summer time) and one more. */
  private static final int MINUTES = 25 * 60 + 1;

  /** Most sightings of one person that are kept. */
  private static final int MAX_SIGHTINGS = 40;

  private static final String NOWHERE = "";

  private final long startMillis;
  private final Map<Subject, List<Sighting>> sightings = new HashMap<>();
  private final Map<String, int[]> changes = new HashMap<>();
  private final Map<String, Long> newest = new HashMap<>();

  /** Each place once: an event brings a text of its own. */
  private final Map<String, String> names = new HashMap<>();

  private record Sighting(long atMillis, String place, long untilMillis) {}

  /** A day from its first millisecond. */
  Presence(long startMillis) {
    this.startMillis = startMillis;
  }

  /** Somebody came; stays until then unless seen otherwise. */
  void arrived(Subject subject, String place, long atMillis, long untilMillis) {
    newest.merge(place, atMillis, Math::max);
    add(subject, new Sighting(atMillis, names.computeIfAbsent(place, one -> one), untilMillis));
  }

  /** Somebody left this place. */
  void left(Subject subject, String place, long atMillis) {
    newest.merge(place, atMillis, Math::max);
    add(subject, new Sighting(atMillis, NOWHERE, atMillis));
  }

  private void add(Subject subject, Sighting sighting) {
    List<Sighting> seen = sightings.computeIfAbsent(subject, none -> new ArrayList<>(2));
    if (seen.size() == MAX_SIGHTINGS) {
      return;
    }
    apply(seen, -1);
    int index = seen.size();
    while (index > 0 && seen.get(index - 1).atMillis > sighting.atMillis) {
      index--;
    }
    seen.add(index, sighting);
    apply(seen, 1);
  }

  private void apply(List<Sighting> seen, int sign) {
    for (int i = 0; i < seen.size(); i++) {
      Sighting sighting = seen.get(i);
      long until = sighting.untilMillis;
      if (i + 1 < seen.size()) {
        until = Math.min(until, seen.get(i + 1).atMillis);
      }
      if (!sighting.place.equals(NOWHERE) && until > sighting.atMillis) {
        int[] change = changes.computeIfAbsent(sighting.place, none -> new int[MINUTES + 1]);
        change[minute(sighting.atMillis)] += sign;
        change[minute(until + MINUTE_MS - 1)] -= sign;
      }
    }
  }

  /** The minute of the day, within its bounds. */
  int minute(long atMillis) {
    return (int) Math.max(0, Math.min(MINUTES, Math.floorDiv(atMillis - startMillis, MINUTE_MS)));
  }

  /** How many are in a place at a time, to the minute. */
  int people(String place, long atMillis) {
    int[] change = changes.get(place);
    if (change == null) {
      return 0;
    }
    int people = 0;
    for (int i = minute(atMillis); i >= 0; i--) {
      people += change[i];
    }
    return people;
  }

  /** Time of the newest sighting that concerns a place; 0 for none. */
  long newest(String place) {
    return newest.getOrDefault(place, 0L);
  }
}
