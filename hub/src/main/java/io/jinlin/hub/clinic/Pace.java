package io.jinlin.hub.clinic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How long people of one queue waited today and how long they took. */
public final class Pace {
  /** Said before anybody was served, in seconds. */
  public static final int USUAL_SECONDS = 300;

  /** How many of the last are looked at to say how long one takes. */
  private static final int LAST = 10;

  /** A room that called nobody for so long is not counted, in milliseconds. */
  private static final long ROOM_MS = 30 * 60_000L;

  /** Longer than this nobody took: the room was left and nobody pressed, in milliseconds. */
  private static final long LONGEST_MS = 60 * 60_000L;

  private static final int SHORTEST_SECONDS = 30;

  /** Steps of what is said, in seconds, so that it does not change with every person. */
  private static final int ROUNDED_TO = 30;

  private final List<Long> waited = new ArrayList<>();
  private final List<Long> served = new ArrayList<>();
  private final Deque<Called> called = new ArrayDeque<>();

  private record Called(String room, long atMillis) {}

  void waited(long millis) {
    waited.add(Math.max(0, millis));
  }

  void served(long millis) {
    if (millis >= 0 && millis <= LONGEST_MS) {
      served.add(millis);
    }
  }

  void called(Optional<String> room, long atMillis) {
    called.addLast(new Called(room.orElse(""), atMillis));
  }

  /** Half waited no longer than this, in milliseconds; empty before the first was called. */
  public OptionalLong waitMedianMillis() {
    return median(waited);
  }

  /** Half took no longer than this, in milliseconds; empty before the first was done. */
  public OptionalLong serviceMedianMillis() {
    return median(served);
  }

  /**
   * From one call to the next, in seconds: what the last people took, over the rooms that called
   * lately.
   */
  public int secondsPerPerson(long nowMillis) {
    List<Long> last = served.subList(Math.max(0, served.size() - LAST), served.size());
    long one = median(last).orElse(USUAL_SECONDS * 1_000L) / 1_000;
    long rooms =
        called.stream()
            .filter(call -> nowMillis - call.atMillis <= ROOM_MS)
            .map(Called::room)
            .distinct()
            .count();
    long each = one / Math.max(1, rooms);
    long rounded = (each + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO;
    return (int) Math.max(SHORTEST_SECONDS, rounded);
  }

  private static OptionalLong median(List<Long> values) {
    return values.stream().sorted().mapToLong(Long::longValue).skip(values.size() / 2).findFirst();
  }
}
