package io.jinlin.contract.wire;

import io.jinlin.contract.event.Check;
import java.util.List;

/**
 * The first message of a connection: who asks, and which rows it still has.
 *
 * @param nonce new for each Hello; every Ack carries the newest it answers
 * @param boot the kernel's boot identifier without hyphens
 * @param monotonicMillis when it was sent, for the round trip
 * @param epochs unsent epochs first, then the newest; at most {@link Limits#MAX_EPOCHS}
 * @param software version of the device's software, for the staff
 */
public record Hello(
    String nonce, String boot, long monotonicMillis, List<EpochRange> epochs, String software) {
  public Hello {
    Check.id("nonce", nonce);
    Check.id("boot", boot);
    Check.note("software", software);
    Check.range("epochs", epochs.size(), 0, Limits.MAX_EPOCHS);
    epochs = List.copyOf(epochs);
  }
}
