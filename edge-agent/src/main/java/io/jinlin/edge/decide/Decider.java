package io.jinlin.edge.decide;

/** Decides what a scan means. Total and pure: the same arguments give the same answer. */
public final class Decider {
  private Decider() {}

  /** The answer to a card, and what to commit before giving it. */
  public static Decision decide(Situation situation, Presented presented) {
    return Decision.silent(new Verdict.SeeStaff());
  }

  /** What the place is now, for the idle screen. */
  public static PlaceNow now(Situation situation) {
    throw new UnsupportedOperationException();
  }
}
