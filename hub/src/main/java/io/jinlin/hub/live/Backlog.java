package io.jinlin.hub.live;

import io.jinlin.hub.ledger.Committed;
import io.jinlin.hub.ledger.Recorded;
import java.util.HashMap;
import java.util.Map;

/**
 * What was left out because too many events waited: not the events, only from which number on each
 * epoch has to be read from the ledger. While it is open everything goes here, so that what is read
 * then was not taken in before. Safe from any thread.
 */
final class Backlog {

  /** One start of one device's outbox. */
  record Source(String device, String epoch) {
    static Source of(Recorded recorded) {
      return new Source(recorded.event().device(), recorded.event().epoch());
    }
  }

  /**
   * What has to be read.
   *
   * @param from the first number that was left out, by epoch
   * @param rewritten earlier events changed too
   */
  record Missed(Map<Source, Long> from, boolean rewritten) {}

  private Map<Source, Long> from = new HashMap<>();
  private boolean rewritten;
  private boolean open;

  /** Leaves a commit out. */
  synchronized void note(Committed committed) {
    open = true;
    rewritten |= committed.rewritten();
    for (Recorded recorded : committed.recorded()) {
      from.merge(Source.of(recorded), recorded.event().seq(), Math::min);
    }
  }

  synchronized boolean isOpen() {
    return open;
  }

  /** What was left out; from here on commits are taken in again. */
  synchronized Missed close() {
    Missed missed = new Missed(from, rewritten);
    from = new HashMap<>();
    rewritten = false;
    open = false;
    return missed;
  }
}
