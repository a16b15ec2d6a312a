package io.jinlin.kiosk.printer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints slips in a thread of its own, each within {@link #JOB_MS}; the screen never waits for it.
 * What is wrong is a problem until a slip comes out again. A number is printed once; one that did
 * not come out may be tried again with the same card.
 */
public final class TicketPrinter implements AutoCloseable {
  /** Problem: the paper is used up. */
  public static final String NO_PAPER = "printer-no-paper";

  /** Problem: nobody answers, or nothing that makes sense. */
  public static final String ABSENT = "printer-absent";

  /** Longest that one slip may take, in milliseconds; then the connection is cut. */
  static final long JOB_MS = 4_000;

  /** Most slips that wait; more are for a printer that does not print. */
  private static final int MAX_WAITING = 4;

  private static final Logger LOG = LoggerFactory.getLogger(TicketPrinter.class);

  private final PrinterSettings settings;
  private final Runnable changed;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), TicketPrinter::named);
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(TicketPrinter::named);
  private volatile Optional<PrinterLink> open = Optional.empty();
  private volatile Optional<String> problem = Optional.empty();
  private volatile Optional<Slip> printed = Optional.empty();

  /**
   * Makes a printer; nothing is connected before the first slip.
   *
   * @param changed is run when there is a problem or none any more, on this printer's thread
   */
  public TicketPrinter(PrinterSettings settings, Runnable changed) {
    this.settings = settings;
    this.changed = changed;
  }

  private static Thread named(Runnable work) {
    Thread thread = new Thread(work, "printer");
    thread.setDaemon(true);
    return thread;
  }

  /** Prints soon, unless this number has just come out; returns at once. */
  public void print(Slip slip) {
    try {
      thread.execute(() -> guarded(slip));
    } catch (RejectedExecutionException busy) {
      report(Optional.of(ABSENT));
    }
  }

  /** What is wrong, as in {@code Health}. */
  public List<String> problems() {
    return problem.stream().toList();
  }

  private void guarded(Slip slip) {
    if (printed.filter(last -> sameNumber(last, slip)).isPresent()) {
      return;
    }
    Future<?> deadline = watch.schedule(this::late, JOB_MS, TimeUnit.MILLISECONDS);
    try {
      Optional<String> wrong = job(slip);
      printed = wrong.isEmpty() ? Optional.of(slip) : printed;
      report(wrong);
    } catch (IOException | RuntimeException failed) {
      LOG.debug("no slip: {}", failed.toString());
      report(Optional.of(ABSENT));
    } finally {
      deadline.cancel(false);
    }
  }

  private static boolean sameNumber(Slip one, Slip other) {
    return one.number() == other.number() && one.queue().equals(other.queue());
  }

  private Optional<String> job(Slip slip) throws IOException {
    try (PrinterLink link = PrinterLink.open(settings.port())) {
      open = Optional.of(link);
      Optional<String> before = settings.answers() ? wrong(link) : Optional.empty();
      if (before.isPresent()) {
        return before;
      }
      link.write(slip.bytes());
      // The paper may have ended with this slip.
      return settings.answers() ? wrong(link) : Optional.empty();
    } finally {
      open = Optional.empty();
    }
  }

  private static Optional<String> wrong(PrinterLink link) throws IOException {
    link.write(PaperStatus.ASK_OFFLINE);
    PaperStatus offline = PaperStatus.ofOffline(link.read());
    if (offline != PaperStatus.READY) {
      return Optional.of(offline == PaperStatus.NO_PAPER ? NO_PAPER : ABSENT);
    }
    link.write(PaperStatus.ASK_PAPER);
    return switch (PaperStatus.ofPaper(link.read())) {
      case READY -> Optional.empty();
      case NO_PAPER -> Optional.of(NO_PAPER);
      case NOT_READY, NONSENSE -> Optional.of(ABSENT);
    };
  }

  /** The job took too long: whatever it waits for ends now, and nobody waits for the paper. */
  private void late() {
    report(Optional.of(ABSENT));
    cut();
  }

  private void cut() {
    open.ifPresent(
        link -> {
          try {
            link.close();
          } catch (IOException alreadyGone) {
            LOG.debug("closing: {}", alreadyGone.toString());
          }
        });
  }

  private synchronized void report(Optional<String> now) {
    if (!now.equals(problem)) {
      problem = now;
      LOG.warn("printer: {}", now.orElse("prints again"));
      changed.run();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    watch.shutdownNow();
    cut();
  }
}
