package io.jinlin.kiosk.app;

import io.jinlin.kiosk.screen.ScreenStatus;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The status for the screen, gathered in a thread of its own: the agent may be busy with the disk,
 * and the screen's event loop must not wait for it.
 */
final class StatusView implements AutoCloseable {
  private static final long REFRESH_MS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(StatusView.class);

  private final CardDesk desk;
  private final HelpDesk help;
  private final Supplier<List<String>> sourceProblems;
  private final LongSupplier nowMillis;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kiosk-status"));

  private volatile ScreenStatus latest = ScreenStatus.NONE;

  StatusView(
      CardDesk desk, HelpDesk help, Supplier<List<String>> sourceProblems, LongSupplier nowMillis) {
    this.desk = desk;
    this.help = help;
    this.sourceProblems = sourceProblems;
    this.nowMillis = nowMillis;
  }

  /** The newest status, at most a second old. */
  ScreenStatus latest() {
    return latest;
  }

  /** Begins to gather, now and each second; tells when what a person would notice has changed. */
  void start(Runnable changed) {
    gather(changed);
    thread.scheduleWithFixedDelay(
        () -> gather(changed), REFRESH_MS, REFRESH_MS, TimeUnit.MILLISECONDS);
  }

  /** Gathers soon, because something changed. */
  void soon(Runnable changed) {
    if (!thread.isShutdown()) {
      thread.execute(() -> gather(changed));
    }
  }

  private void gather(Runnable changed) {
    try {
      ScreenStatus before = latest;
      latest = now();
      if (!sameButForTime(before, latest)) {
        changed.run();
      }
    } catch (RuntimeException defect) {
      LOG.error("The status could not be gathered; trying again in a second", defect);
    }
  }

  private ScreenStatus now() {
    CardDesk.State state = desk.state();
    return new ScreenStatus(
        state.connected(),
        state.unsent(),
        state.clockTrusted(),
        state.wallMillis(),
        state.pagesMillis(),
        state.place(),
        state.now(),
        state.seatsFree(),
        help.now(state, nowMillis.getAsLong()),
        Stream.concat(state.problems().stream(), sourceProblems.get().stream())
            .distinct()
            .toList());
  }

  private static boolean sameButForTime(ScreenStatus a, ScreenStatus b) {
    return a.connected() == b.connected()
        && a.clockTrusted() == b.clockTrusted()
        && a.place().equals(b.place())
        && a.now().equals(b.now())
        && a.seatsFree().equals(b.seatsFree())
        && a.help() == b.help()
        && a.problems().equals(b.problems());
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
