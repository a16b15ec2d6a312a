package io.jinlin.contract.wire;

import io.jinlin.contract.event.Check;

/**
 * A device asks for what is newer than it has; 0 or an outdated term gets everything.
 *
 * @param toward the newest that the hub named when it sent what the device has. While a device
 *     catches up, an item may have moved beyond what it has, and a hub that was restored from a
 *     backup in between has it in its old place again, where the device would never look: a hub
 *     that does not know {@code toward} sends everything. The same as {@code have} when nothing was
 *     left to send.
 */
public record Ask(String nonce, PageKind kind, Version have, Version toward) {
  /** A device that has all that the hub named. */
  public Ask(String nonce, PageKind kind, Version have) {
    this(nonce, kind, have, have);
  }

  public Ask {
    Check.id("nonce", nonce);
  }
}
