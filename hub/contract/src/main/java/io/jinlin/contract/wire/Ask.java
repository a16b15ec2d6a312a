package io.jinlin.contract.wire;

import io.jinlin.contract.event.Check;

/** A device asks for what is newer than it has; 0 or an outdated term gets everything. */
public record Ask(String nonce, PageKind kind, Version have) {
  public Ask {
    Check.id("nonce", nonce);
  }
}
