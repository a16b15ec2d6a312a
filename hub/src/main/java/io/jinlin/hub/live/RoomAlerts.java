package io.jinlin.hub.live;

import io.jinlin.contract.page.Place;
import io.jinlin.hub.rooms.RoomDesk;
import java.util.ArrayList;
import java.util.List;

/** Which rooms are at their soft or firm limit, since when, and who sees to it. */
final class RoomAlerts {
  private static final long STEP_MS = 300_000;

  /** A room that was below its limit for less than this is the same alert. */
  private static final int STEPS_OF_CALM = 3;

  private RoomAlerts() {}

  static List<Snapshot.RoomAlert> of(Day day, List<RoomDesk.Answered> answers, long nowMillis) {
    List<Snapshot.RoomAlert> alerts = new ArrayList<>();
    for (Place place : day.places().places()) {
      Level level = level(day, place, nowMillis);
      if (level == Level.NEARLY_FULL || level == Level.FULL) {
        long since = since(day, place, level, nowMillis);
        String by =
            answers.stream()
                .filter(one -> one.place().equals(place.id()))
                .filter(one -> one.level().equals(level.word()) && one.atMillis() >= since)
                .map(RoomDesk.Answered::by)
                .reduce("", (first, last) -> last);
        alerts.add(
            new Snapshot.RoomAlert(place.id(), level.word(), Math.max(0, nowMillis - since), by));
      }
    }
    return alerts;
  }

  /** When the place came to this level, leaving out short calms. */
  private static long since(Day day, Place place, Level level, long nowMillis) {
    long since = nowMillis;
    int calm = 0;
    for (long at = nowMillis - nowMillis % STEP_MS;
        at > day.startMillis() && calm < STEPS_OF_CALM;
        at -= STEP_MS) {
      if (level(day, place, at).compareTo(level) >= 0) {
        since = at;
        calm = 0;
      } else {
        calm++;
      }
    }
    return since;
  }

  private static Level level(Day day, Place place, long atMillis) {
    Occupancy seen = day.crowd().at(place, atMillis);
    return seen.basis() == Basis.NONE
        ? Level.NONE
        : Level.of(seen.people(), place.capacity(), place.softPercent());
  }
}
