package io.jinlin.edge.doors;

import io.jinlin.contract.event.Check;

/**
 * Times by which a pair of beams is judged, in milliseconds.
 *
 * @param glitchMs a change shorter than this is electrical noise, 0–50
 * @param gapMs a beam that is clear for less is still broken by the same body (the gap between arm
 *     and trunk), 0–500
 * @param stuckMs a beam broken for longer is blocked by a thing, not a person, 5,000–3,600,000
 * @param silentMs no break for this long of opening hours means that a beam is dead, at least a
 *     minute
 */
public record BeamSettings(long glitchMs, long gapMs, long stuckMs, long silentMs) {
  /** For people who walk at 0.3 to 1.6 m/s. */
  public static final BeamSettings DEFAULT = new BeamSettings(4, 75, 60_000, 4 * 3_600_000L);

  public BeamSettings {
    Check.range("beam.glitch_ms", glitchMs, 0, 50);
    Check.range("beam.gap_ms", gapMs, 0, 500);
    Check.range("beam.stuck_ms", stuckMs, 5_000, 3_600_000);
    Check.range("beam.silent_ms", silentMs, 60_000, Long.MAX_VALUE / 1_000_000);
  }
}
