package io.jinlin.contract.wire;

import io.jinlin.contract.event.Check;

/** What the hub tells a device at once; a device that is away learns nothing from it. */
public sealed interface Command {
  /** Somebody is coming: the call for help was acknowledged. */
  record HelpAnswered(String call) implements Command {
    public HelpAnswered {
      Check.id("call", call);
    }
  }

  /** The lamp for "full" at a door or kiosk. */
  record Full(boolean full) implements Command {}

  /** Seats and queues at the device's place, sent when they change and after each Hello. */
  record Figures(FiguresNow now) implements Command {}
}
