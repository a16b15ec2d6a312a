package io.jinlin.edge.uplink;

import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.Command;
import io.jinlin.contract.wire.Health;

/** What the uplink needs to know of its device, and tells it; called on the thread that steps. */
public interface UplinkListener {
  /** How the device is now. */
  Health health();

  /** The hub is there, or no longer. */
  void connected(boolean connected);

  /**
   * The hub was heard.
   *
   * @param pagesComplete whether the device has every page as the hub has it
   */
  void heard(boolean pagesComplete);

  /** The hub has more of our events. */
  void progress();

  /** The hub told the device something. */
  void command(Command command);

  /** The hub could not read an event; it keeps it raw. */
  void rejected(Ack.Rejected rejected);
}
