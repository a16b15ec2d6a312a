package io.jinlin.edge.doors;

/** The two beams of a door, at the height of a waist, 6 to 10 cm apart. */
public enum Beam {
  /** The one met first on the way in. */
  OUTER,
  /** The one met last on the way in. */
  INNER;

  Beam other() {
    return this == OUTER ? INNER : OUTER;
  }
}
