package io.jinlin.hub.live;

/**
 * How many people are in a place.
 *
 * @param basis on what it rests
 * @param sinceMillis time of the newest observation it rests on, milliseconds since 1970 UTC; 0 for
 *     none
 */
record Occupancy(int people, Basis basis, long sinceMillis) {}
