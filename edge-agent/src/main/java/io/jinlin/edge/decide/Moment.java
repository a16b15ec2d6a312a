package io.jinlin.edge.decide;

/**
 * When, by both clocks of the device.
 *
 * @param wallMillis milliseconds since 1970 UTC
 * @param monotonicMillis milliseconds since the boot
 * @param boot the kernel's boot identifier
 */
public record Moment(long wallMillis, long monotonicMillis, String boot) {
  /** An age that cannot be known: another boot, and the wall clock went back. */
  static final long UNKNOWN_AGE = -1;

  /** How long ago this was, in milliseconds; {@link #UNKNOWN_AGE} if the clocks do not say. */
  long ageMillis(Moment now) {
    long age =
        boot.equals(now.boot) ? now.monotonicMillis - monotonicMillis : now.wallMillis - wallMillis;
    return Math.max(age, UNKNOWN_AGE);
  }
}
