package io.jinlin.hub.live;

/**
 * How many people are in a place.
 *
 * @param basis on what it rests
 * @param sinceMillis time of the newest observation it rests on, milliseconds since 1970 UTC; 0 for
 *     none
 * @param doubt how far off the number may well be, in people; 0 where cards or a hand counted
 */
record Occupancy(int people, Basis basis, long sinceMillis, int doubt) {}
