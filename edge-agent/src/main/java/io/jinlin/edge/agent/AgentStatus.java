package io.jinlin.edge.agent;

import io.jinlin.edge.decide.PlaceNow;
import io.jinlin.edge.decide.Situation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an agent is.
 *
 * @param connected whether the hub has answered and is heard
 * @param unsent events that the hub does not have yet
 * @param clockTrusted whether the time may be shown and decided by
 * @param wallMillis best time, milliseconds since 1970 UTC
 * @param where site, place and device; absent before the first settings
 * @param now what the place is now; absent before the first settings
 * @param help the call for help
 * @param seatsFree free seats of the canteen, if the hub said so lately
 * @param pageAgeMillis since the hub last confirmed or sent the pages; -1 for not in this run
 * @param problems identifiers as in {@code Health}
 */
public record AgentStatus(
    boolean connected,
    long unsent,
    boolean clockTrusted,
    long wallMillis,
    Optional<Situation> where,
    Optional<PlaceNow> now,
    Help help,
    OptionalInt seatsFree,
    long pageAgeMillis,
    List<String> problems) {
  public AgentStatus {
    problems = List.copyOf(problems);
  }

  /** A call for help. */
  public enum Help {
    NONE,
    /** Stored and on its way, or ringing; nobody has answered. */
    CALLING,
    /** Somebody said that they are coming. */
    ANSWERED
  }
}
