package io.jinlin.hub.live;

import io.jinlin.hub.clinic.ClinicState;
import io.jinlin.hub.ledger.Committed;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.ledger.Subjects;
import io.jinlin.hub.ledger.Trouble;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.residents.People;
import io.jinlin.hub.store.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is going on now. Follows the ledger's commits on a thread of its own and gives each new view
 * to those who watch: at once when nothing was shown for a while, else every {@link
 * #MIN_INTERVAL_MS}.
 */
public final class Live implements AutoCloseable {

  /**
   * Shortest time between two views, in milliseconds: under a rush a scan is seen within half a
   * second, its way to the hub included.
   */
  static final long MIN_INTERVAL_MS = 300;

  /** How often commits are taken in between two views, in milliseconds. */
  private static final long TAKE_MS = 50;

  /** Without a commit a new view is made after so long, for ages and devices, in milliseconds. */
  static final long IDLE_INTERVAL_MS = 1_000;

  /** Without news a view is given to those who watch after so long, for its ages. */
  static final long AGES_INTERVAL_MS = 10_000;

  /** Most events that wait to be taken in; beyond it they are read from the ledger later. */
  static final int MAX_WAITING_EVENTS = 50_000;

  private static final Logger LOG = LoggerFactory.getLogger(Live.class);
  private static final long JOIN_MS = 5_000;

  /**
   * What there is to see at a moment.
   *
   * @param snapshot for staff
   * @param board for everyone
   * @param clinic the clinic's queues
   */
  public record View(Snapshot snapshot, Board board, ClinicState clinic) {}

  /**
   * From what it is made.
   *
   * @param devices how the devices are at a time in milliseconds since 1970 UTC; quick
   */
  public record Parts(
      Database database,
      Places places,
      People people,
      Subjects cards,
      Supplier<List<Snapshot.DeviceNow>> devices,
      InstantSource clock) {}

  private final Parts parts;
  private final Supplier<Trouble> trouble;
  private final Projector projector;
  private final LinkedBlockingQueue<Committed> commits = new LinkedBlockingQueue<>();
  private final AtomicInteger waitingEvents = new AtomicInteger();
  private final List<Consumer<View>> watchers = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean closed;
  private final Backlog backlog = new Backlog();
  private volatile View current;
  private Snapshot shown;
  private long shownAtMillis;
  private long builtNanos;

  private Live(Parts parts, Ledger ledger) {
    this.parts = parts;
    this.trouble = ledger::trouble;
    this.projector = new Projector(parts.database(), parts.places(), parts.people(), parts.cards());
    // Followed before the day is read: what is committed meanwhile is met twice and counted once.
    ledger.onCommitted(this::committed);
    this.current = look();
    this.shown = current.snapshot().timeless();
    this.thread = new Thread(this::run, "live");
    this.thread.setDaemon(true);
  }

  /** Reads the day and follows the ledger from here on. */
  public static Live start(Parts parts, Ledger ledger) {
    Live live = new Live(parts, ledger);
    live.thread.start();
    return live;
  }

  /** On the ledger's thread: only puts it down. */
  private void committed(Committed committed) {
    if (backlog.isOpen() || waitingEvents.get() > MAX_WAITING_EVENTS) {
      backlog.note(committed);
      return;
    }
    waitingEvents.addAndGet(committed.recorded().size());
    commits.add(committed);
  }

  /** Settings changed: all is read again at once. */
  public void refresh() {
    commits.add(new Committed(List.of(), true));
  }

  /** The newest view. */
  public View view() {
    return current;
  }

  /** Gives each new view, on the thread of this object; must be quick. */
  public AutoCloseable watch(Consumer<View> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  private void run() {
    while (!closed) {
      try {
        doWork();
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException e) {
        LOG.error("the live view failed; it is read again", e);
        projector.missed();
      }
    }
  }

  private void doWork() throws InterruptedException {
    Committed first = commits.poll(IDLE_INTERVAL_MS, TimeUnit.MILLISECONDS);
    if (first != null) {
      apply(first);
      long since = (System.nanoTime() - builtNanos) / 1_000_000;
      while (since < MIN_INTERVAL_MS) {
        // Not woken for each commit: under a load of small ones that costs more than the view.
        Thread.sleep(Math.min(TAKE_MS, MIN_INTERVAL_MS - since));
        takeAll();
        since = (System.nanoTime() - builtNanos) / 1_000_000;
      }
    }
    takeAll();
    show();
  }

  private void takeAll() {
    for (Committed more = commits.poll(); more != null; more = commits.poll()) {
      apply(more);
    }
  }

  private void apply(Committed committed) {
    waitingEvents.addAndGet(-committed.recorded().size());
    projector.apply(committed);
  }

  private View look() {
    return projector.view(parts.clock().millis(), parts.devices().get(), trouble.get());
  }

  private void show() {
    if (backlog.isOpen()) {
      // Nothing joins the queue while it is open: what waits there is older than what was left out.
      takeAll();
      projector.missed(backlog.close());
    }
    View view = look();
    builtNanos = System.nanoTime();
    boolean ruled = !view.clinic().rules().equals(current.clinic().rules());
    current = view;
    boolean news = ruled || !view.snapshot().timeless().equals(shown);
    if (news || view.snapshot().at() - shownAtMillis >= AGES_INTERVAL_MS) {
      shown = view.snapshot().timeless();
      shownAtMillis = view.snapshot().at();
      watchers.forEach(watcher -> watcher.accept(view));
    }
  }

  /** Stops following. */
  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.interrupt();
    thread.join(JOIN_MS);
  }
}
