package io.jinlin.hub.ledger;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.EpochRange;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.store.SqlWork;
import io.jinlin.hub.store.StoreException;
import io.jinlin.hub.store.Transactions;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one ledger of everything that happened. Work is queued from any thread and done by {@link
 * #commitNow}, which takes all that waits (up to a bound), does it in one transaction together with
 * the figures and positions, commits, and only then answers. {@link LedgerWriter} calls it in a
 * loop; a simulation calls it itself.
 */
public final class Ledger implements AutoCloseable {
  /** Most events in one transaction. */
  public static final int MAX_GROUP_EVENTS = 10_000;

  /** Most events that may wait; beyond it a delivery is refused and must be sent again. */
  public static final int MAX_QUEUED_EVENTS = 50_000;

  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final String APPLIED = "SELECT value FROM meta WHERE key = 'journal'";
  private static final String SET_APPLIED =
      "INSERT INTO meta (key, value) VALUES ('journal', ?)"
          + " ON CONFLICT (key) DO UPDATE SET value = max(value, excluded.value)";

  private static final String APPLIED_START = "SELECT value FROM meta WHERE key = 'journal-start'";
  private static final String SET_APPLIED_START =
      "INSERT INTO meta (key, value) VALUES ('journal-start', ?)"
          + " ON CONFLICT (key) DO UPDATE SET value = excluded.value";

  /** SQLITE_ERROR, SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH, by their lowest byte. */
  private static final Set<Integer> CONTENT_ERRORS = Set.of(1, 18, 19, 20);

  private static final int PRIMARY_CODE = 0xff;

  /**
   * What a ledger is made of.
   *
   * @param epoch a new random name for this start
   * @param callbacks runs the answers after a commit; {@code Runnable::run} in a simulation
   */
  public record Parts(
      Database database,
      Journal journal,
      Subjects subjects,
      InstantSource clock,
      String epoch,
      Executor callbacks) {}

  private final Parts parts;
  private Books books;
  private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger queuedEvents = new AtomicInteger();
  private final Deque<Work> waiting = new ArrayDeque<>();
  private final Deque<JournalledWork> owed = new ArrayDeque<>();
  private final AtomicLong ownSeq = new AtomicLong();
  private final long startMillis;
  private final List<Consumer<Committed>> listeners = new CopyOnWriteArrayList<>();
  private volatile Trouble trouble = Trouble.NONE;
  private long nextJournal;

  private Ledger(Parts parts, Books books) {
    this.parts = parts;
    this.books = books;
    this.startMillis = parts.clock().millis();
  }

  /**
   * Opens the ledger and replays what the journal knows and the file does not.
   *
   * @param handlers by kind of journal entry; entries of the ledger's own events need none
   * @throws StoreException when the files cannot be read or written
   */
  public static Ledger open(Parts parts, Map<String, JournalHandler> handlers) {
    try {
      Ledger ledger = new Ledger(parts, new Books(parts.database().writer(), parts.subjects()));
      ledger.replay(handlers);
      return ledger;
    } catch (SQLException e) {
      parts.database().rollBack();
      throw new StoreException("opening the ledger", e);
    }
  }

  private void replay(Map<String, JournalHandler> handlers) throws SQLException {
    long applied = Rows.number(books.connection(), APPLIED);
    nextJournal = Math.max(applied, parts.journal().last()) + 1;
    if (!isPastOf(applied)) {
      LOG.warn(
          "the database and the journal have not the same past: all of the journal is replayed");
      applied = 0;
    }
    List<Journal.Entry> entries = parts.journal().after(applied);
    while (!entries.isEmpty()) {
      for (Journal.Entry entry : entries) {
        replay(entry, handlers);
        applied = entry.number();
      }
      LOG.warn("replayed {} entries of the journal, up to {}", entries.size(), applied);
      Rows.change(books.connection(), SET_APPLIED, applied);
      Rows.change(books.connection(), SET_APPLIED_START, parts.journal().startOf(applied));
      books.flush();
      books.connection().commit();
      entries = parts.journal().after(applied);
    }
  }

  /**
   * Whether the database got its newest entry from this journal. It did not when one of the two
   * disks was rolled back, went on, and then met a backup of the time before.
   */
  private boolean isPastOf(long applied) throws SQLException {
    List<String> start = Rows.all(books.connection(), APPLIED_START, row -> row.getString(1));
    return start.isEmpty() || start.get(0).equals(parts.journal().startOf(applied));
  }

  private void replay(Journal.Entry entry, Map<String, JournalHandler> handlers)
      throws SQLException {
    if (entry.kind().equals(OwnEvent.KIND)) {
      OwnEvent.replay(books, entry.body());
      return;
    }
    JournalHandler handler = handlers.get(entry.kind());
    if (handler == null) {
      throw new SQLException("nobody replays journal entries of kind " + entry.kind());
    }
    handler.apply(books.connection(), entry.body());
  }

  /**
   * Queues a batch; its answer comes after the commit.
   *
   * @return false when too much waits already: nothing will be answered
   */
  public boolean submit(Delivery delivery) {
    if (queuedEvents.get() > MAX_QUEUED_EVENTS) {
      return false;
    }
    enqueue(delivery);
    return true;
  }

  /**
   * Answers the position in each epoch of which a device has events, after everything queued before
   * it is committed.
   */
  public void positions(
      String device, List<EpochRange> epochs, Consumer<List<Ack.Position>> answer) {
    enqueue(new PositionsWork(device, List.copyOf(epochs), answer));
  }

  /**
   * Records an event of the hub itself.
   *
   * @return its name, after it is in both files
   */
  public CompletableFuture<EventId> append(Fact fact) {
    long now = parts.clock().millis();
    synchronized (ownSeq) {
      EventId id = new EventId(OwnEvent.DEVICE, parts.epoch(), ownSeq.incrementAndGet());
      Event event = new Event(now, Math.max(0, now - startMillis), fact);
      OwnEvent own = new OwnEvent(id, event, now);
      enqueue(own);
      return own.answer();
    }
  }

  /** Changes other tables in the next commit; a failure undoes only this change. */
  public <T> CompletableFuture<T> write(SqlWork<T> work) {
    Task<T> task = new Task<>("", null, work);
    enqueue(task);
    return task.answer();
  }

  /**
   * Changes other tables with what no kiosk could send again: first it is in the journal.
   *
   * @param kind names the handler that replays it
   * @param body what the handler needs, at most {@link Journal#MAX_BODY_BYTES}
   */
  public <T> CompletableFuture<T> write(String kind, byte[] body, SqlWork<T> work) {
    if (body.length > Journal.MAX_BODY_BYTES) {
      throw new IllegalArgumentException("journal entry of " + body.length + " bytes");
    }
    Task<T> task = new Task<>(kind, body.clone(), work);
    enqueue(task);
    return task.answer();
  }

  /** Gives stored events of a card that was unknown to its person. */
  public void attribute(CardRef ref, long person) {
    enqueue(new AttributeWork(ref, person));
  }

  /** Gives all stored events of cards that are known by now to their persons. */
  public void attributeKnown() {
    String sql = "SELECT DISTINCT subject FROM ledger WHERE typeof(subject) = 'blob'";
    List<CardRef> unknown =
        parts.database().read(db -> Rows.all(db, sql, row -> CardRef.of(row.getBytes(1))));
    for (CardRef ref : unknown) {
      parts.subjects().personOf(ref).ifPresent(person -> attribute(ref, person));
    }
  }

  private void enqueue(Work work) {
    queuedEvents.addAndGet(work.size());
    queue.add(work);
  }

  /** Whether the last try to store something failed, and why; from any thread. */
  public Trouble trouble() {
    return trouble;
  }

  /** Told after each commit that added events, on the writer's thread; must be quick. */
  public void onCommitted(Consumer<Committed> listener) {
    listeners.add(listener);
  }

  /** Waits until there is work, at most so long. */
  boolean await(long timeoutMillis) throws InterruptedException {
    Work first = queue.poll(timeoutMillis, TimeUnit.MILLISECONDS);
    if (first == null) {
      return !owed.isEmpty();
    }
    queuedEvents.addAndGet(-first.size());
    waiting.add(first);
    return true;
  }

  /**
   * Does and commits what waits, on the writer's thread only.
   *
   * @return how many pieces of work were committed; 0 when there was none or the disk refused
   */
  public int commitNow() {
    List<Work> group = take();
    return group.isEmpty() ? 0 : commit(group);
  }

  private int commit(List<Work> group) {
    try {
      journal(group);
      for (Work work : group) {
        work.run(books);
      }
      noteApplied(group);
      Committed committed = books.flush();
      books.connection().commit();
      trouble = Trouble.NONE;
      owed.removeAll(group);
      succeed(group, committed);
      return group.size();
    } catch (SQLException | RuntimeException e) {
      return fail(group, e);
    }
  }

  private List<Work> take() {
    List<Work> group = new ArrayList<>(owed);
    int events = owed.size();
    while (events < MAX_GROUP_EVENTS) {
      Work next = waiting.poll();
      if (next == null) {
        next = queue.poll();
        if (next == null) {
          break;
        }
        queuedEvents.addAndGet(-next.size());
      }
      events += next.size();
      group.add(next);
    }
    return group;
  }

  private void journal(List<Work> group) throws SQLException {
    List<JournalledWork> written = new ArrayList<>();
    try {
      long number = nextJournal;
      for (Work work : group) {
        if (work instanceof JournalledWork own && own.number() == 0 && isJournalled(own)) {
          parts.journal().add(own.entry(number), parts.epoch());
          number++;
          written.add(own);
        }
      }
      if (!written.isEmpty()) {
        parts.journal().commit();
        nextJournal = number;
        owed.addAll(written);
      }
    } catch (SQLException e) {
      parts.journal().rollBack();
      throw e;
    }
  }

  private static boolean isJournalled(JournalledWork work) {
    return !(work instanceof Task<?> task) || task.journalled();
  }

  private void noteApplied(List<Work> group) throws SQLException {
    for (Work work : group) {
      if (work instanceof JournalledWork own && own.number() > 0) {
        Rows.change(books.connection(), SET_APPLIED, own.number());
        Rows.change(books.connection(), SET_APPLIED_START, parts.epoch());
      }
    }
  }

  private void succeed(List<Work> group, Committed committed) {
    parts.callbacks().execute(() -> group.forEach(Work::committed));
    if (!committed.recorded().isEmpty() || committed.rewritten()) {
      for (Consumer<Committed> listener : listeners) {
        try {
          listener.accept(committed);
        } catch (RuntimeException e) {
          LOG.error("a listener of the ledger failed", e);
        }
      }
    }
  }

  /** What is in the journal already must get into the ledger, and is tried again. */
  private int fail(List<Work> group, Exception cause) {
    LOG.error("commit of {} pieces of work failed", group.size(), cause);
    try {
      Transactions.rollBack(books.connection());
      Books fresh = new Books(books.connection(), parts.subjects());
      books.close();
      books = fresh;
    } catch (SQLException e) {
      LOG.error("rolling back failed", e);
    }
    if (group.size() > 1 && blamesOne(cause)) {
      return group.stream().mapToInt(work -> commit(List.of(work))).sum();
    }
    if (!blamesOne(cause)) {
      trouble = Trouble.of(cause);
    }
    List<Work> lost = new ArrayList<>(group);
    lost.removeAll(owed);
    parts.callbacks().execute(() -> lost.forEach(work -> work.failed(cause)));
    return 0;
  }

  /** Whether the content of one piece of work is at fault, and not the disk. */
  private static boolean blamesOne(Exception cause) {
    return !(cause instanceof SQLException sql)
        || CONTENT_ERRORS.contains(sql.getErrorCode() & PRIMARY_CODE);
  }

  /** Commits what waits; the files are closed by whoever opened them. */
  @Override
  public void close() {
    while (commitNow() > 0) {
      LOG.debug("committed what was waiting at the end");
    }
  }
}
