package io.jinlin.hub.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes: a loop around {@link Ledger#commitNow}. */
public final class LedgerWriter implements AutoCloseable {
  /** How long the loop waits for work before it looks whether it should stop. */
  private static final long WAIT_MS = 200;

  /** Pause after the disk refused. */
  private static final long RETRY_MS = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);

  private final Ledger ledger;
  private final Thread thread;
  private volatile boolean stopping;

  private LedgerWriter(Ledger ledger) {
    this.ledger = ledger;
    this.thread = new Thread(this::loop, "ledger-writer");
  }

  /** Starts the thread. */
  public static LedgerWriter start(Ledger ledger) {
    LedgerWriter writer = new LedgerWriter(ledger);
    writer.thread.start();
    return writer;
  }

  private void loop() {
    while (!stopping) {
      try {
        if (ledger.await(WAIT_MS) && ledger.commitNow() == 0) {
          Thread.sleep(RETRY_MS);
        }
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        LOG.error("the ledger's writer goes on after a failure", e);
      }
    }
  }

  /** Stops after the commit that runs, commits what waits, and returns. */
  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ledger.close();
  }
}
