package io.jinlin.hub.live;

/** What a number of people in a place rests on. */
public enum Basis {
  /** Nothing was seen today. */
  NONE,
  /** Cards on the way in, for as long as people stay there as a rule. */
  SCAN,
  /** Beams of a door. */
  DOOR,
  /** Somebody counted. */
  HAND
}
