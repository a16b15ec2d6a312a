package io.jinlin.edge.clock;

/** Whom a device believes about the time. */
public enum ClockTrust {
  /** A hub, or the operating system when it says that its clock is synchronised. */
  AUTO,
  /** The wall clock as it is: for a machine that is known to keep time. */
  ALWAYS,
  /** A hub and nothing else. */
  HUB
}
