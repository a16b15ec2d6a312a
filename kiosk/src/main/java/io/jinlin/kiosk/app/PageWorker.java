package io.jinlin.kiosk.app;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the page asks for in one named thread, because the event loop must not wait for a
 * commit. A page that asks faster than that is not listened to; nothing was promised yet.
 */
final class PageWorker implements AutoCloseable {
  /** Most requests that wait. */
  static final int MAX_WAITING = 64;

  private static final int CLOSE_S = 2;
  private static final Logger LOG = LoggerFactory.getLogger(PageWorker.class);

  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          task -> new Thread(task, "kiosk-page"));

  void run(Runnable work) {
    try {
      executor.execute(() -> guarded(work));
    } catch (RejectedExecutionException full) {
      LOG.warn("The page asks for more than {} things at once; one was left out", MAX_WAITING);
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException defect) {
      LOG.error("A request of the page failed; going on", defect);
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_S, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException stop) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
