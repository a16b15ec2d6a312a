package io.jinlin.edge.outbox;

/**
 * The rows of one start that the outbox still has.
 *
 * @param first lowest sequence number that is there
 * @param last highest
 * @param acked up to which the hub has it; 0 for nothing
 * @param current whether rows are still being added
 */
public record EpochView(String epoch, long first, long last, long acked, boolean current) {
  /** Whether the hub lacks some of it. */
  public boolean unsent() {
    return acked < last;
  }
}
