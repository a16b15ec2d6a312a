package io.jinlin.hub.rooms;

/**
 * People in a room as a number and its doubt, moved on by what a door sees.
 *
 * <p>The room is taken for a queue in which nobody waits (M/M/∞): whoever is in leaves after the
 * usual stay on average. A door errs now and then, either way. The number is the mean of the Snyder
 * filter for that, closed after the second moment:
 *
 * <ul>
 *   <li>somebody comes: the mean grows by one, the doubt by {@link #NOISE};
 *   <li>somebody goes: the mean falls by one, but rises by doubt ÷ mean, since a departure is
 *       likelier from a full room; the doubt grows as well;
 *   <li>time passes: the mean falls by doubt ÷ usual stay, since silence at the door is likelier
 *       from an empty room, and the doubt shrinks, since silence tells something.
 * </ul>
 *
 * <p>With no doubt this is in minus out; with the doubt as large as the mean it is "whoever came
 * stays the usual time", which cannot drift. It moves from the first to the second by itself as
 * passages add up, and back at a hand count. While a session is on nobody is expected to leave, and
 * silence says nothing. Who goes in and out again within {@link #TURN_MS} only turned round.
 */
final class Estimate {
  /** Doubt that one passage adds, in people squared. */
  static final double NOISE = 0.03;

  /** Within this time the way in and the way out are one who turned round, in milliseconds. */
  static final long TURN_MS = 4_000;

  /** Doubt that stays after a hand count: people walk while they are counted. */
  private static final double COUNTED_DOUBT = 0.5;

  /** Longest step, as a part of the usual stay. */
  private static final double STEP = 0.05;

  private double people;
  private double doubt;
  private long lastMillis = Long.MIN_VALUE;
  private double lastChange;

  Estimate copy() {
    Estimate copy = new Estimate();
    copy.people = people;
    copy.doubt = doubt;
    copy.lastMillis = lastMillis;
    copy.lastChange = lastChange;
    return copy;
  }

  /** The mean, never below 0. */
  double people() {
    return people;
  }

  /** Its variance. */
  double doubt() {
    return doubt;
  }

  /** One person passes: 1 in, −1 out. */
  void passage(long atMillis, int way) {
    boolean turned =
        lastMillis != Long.MIN_VALUE
            && atMillis - lastMillis <= TURN_MS
            && Math.signum(lastChange) == -way;
    if (turned) {
      people = Math.max(0, people - lastChange);
      doubt = Math.max(0, doubt - NOISE);
      lastMillis = Long.MIN_VALUE;
      return;
    }
    double before = people;
    people = Math.max(0, people + (way > 0 ? 1 : share() - 1));
    doubt = Math.min(doubt + NOISE, Math.max(1, people));
    lastMillis = atMillis;
    // Somebody who left an empty room took nobody away, and that is what their return undoes.
    lastChange = way > 0 ? 1 : Math.min(-1e-9, people - before);
  }

  void counted(int count) {
    people = count;
    doubt = Math.min(COUNTED_DOUBT, count);
    lastMillis = Long.MIN_VALUE;
  }

  /** How large the doubt is beside the mean, 0–1. */
  private double share() {
    return people <= 0 ? 0 : Math.min(1, doubt / people);
  }

  /**
   * Time passes.
   *
   * @param stays how much of the usual stay
   */
  void passed(double stays) {
    double left = stays;
    while (left > 0 && people > 0) {
      double step = Math.min(STEP, left);
      // Some leave unseen: what is believed without news grows doubtful.
      double change = NOISE * people - doubt * share();
      people = Math.max(0, people - step * Math.min(doubt, people));
      doubt = Math.max(0, Math.min(doubt + step * change, people));
      left -= step;
    }
  }
}
