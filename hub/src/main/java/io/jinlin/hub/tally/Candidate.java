package io.jinlin.hub.tally;

import io.jinlin.contract.event.EventId;

/**
 * An accepted scan that may count for its occasion and subject.
 *
 * @param id the hub's key of the event
 * @param wallMillis the wall time that the device wrote when it answered, by a clock it trusted
 * @param event the event's name
 * @param way 0 for what is no meal, else 1 + the ordinal of the way
 * @param place the hub's number of the place
 */
public record Candidate(long id, long wallMillis, EventId event, int way, int place)
    implements Comparable<Candidate> {

  /**
   * The first to answer counts; equal times are decided by name. Nothing in this order depends on
   * when or how often the events arrived, so a replay gives the same figures.
   */
  @Override
  public int compareTo(Candidate other) {
    int byTime = Long.compare(wallMillis, other.wallMillis);
    return byTime != 0 ? byTime : event.compareTo(other.event);
  }
}
