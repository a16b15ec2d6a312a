package io.jinlin.edge.outbox;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.Limits;
import io.jinlin.edge.clock.ClockReading;
import io.jinlin.edge.clock.EdgeClock;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What was answered and may not have reached the hub yet, in one SQLite file. Rows are numbered
 * from 1 without a gap under an epoch that is new and random at every opening, so a copy of the
 * file that is put back can never give a number twice. A row stays until the hub has it, and then
 * until its space is needed; an unsent row is never given up.
 *
 * <p>Disk trouble is an answer, not an exception: what was stored before stays, and storing works
 * again when the disk does. Safe to use from any thread.
 */
public final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int PROBLEM_LIMIT = 4;

  private final OutboxFile file;
  private final String device;
  private final EdgeClock clock;
  private final RandomGenerator random;
  private final OutboxRows rows;
  private final Object lock = new Object();
  private volatile Optional<Appended.Reason> trouble = Optional.empty();
  private boolean closed;

  private Outbox(
      Path path, String device, EdgeClock clock, RandomGenerator random, OutboxLimits limits) {
    this.file = new OutboxFile(path);
    this.device = device;
    this.clock = clock;
    this.random = random;
    this.rows = new OutboxRows(limits);
  }

  /**
   * Opens or makes the file. A damaged one is set aside under a new name and an empty one begun;
   * when the disk fails, the outbox refuses everything until it works.
   *
   * @throws OutboxInUseException if somebody else has it open
   */
  public static Outbox open(
      Path file, String device, EdgeClock clock, RandomGenerator random, OutboxLimits limits) {
    Outbox outbox = new Outbox(file, device, clock, random, limits);
    synchronized (outbox.lock) {
      outbox.ready();
    }
    return outbox;
  }

  /**
   * Stores facts, all or none. When this returns {@link Appended.Stored} they are on the disk.
   *
   * @param at when they happened
   */
  public Appended append(ClockReading at, List<Fact> facts) {
    List<byte[]> bodies = new ArrayList<>(facts.size());
    for (Fact fact : facts) {
      byte[] body = EventCodec.encode(new Event(at.wallMillis(), at.monotonicMillis(), fact));
      if (body.length > Limits.MAX_EVENT_BYTES) {
        return new Appended.Refused(Appended.Reason.TOO_LARGE);
      }
      bodies.add(body);
    }
    synchronized (lock) {
      if (!ready()) {
        return new Appended.Refused(trouble.orElse(Appended.Reason.DISK_FAILED));
      }
      try {
        return store(at.boot(), bodies);
      } catch (SQLException failed) {
        return new Appended.Refused(failed(failed));
      }
    }
  }

  private Appended store(String boot, List<byte[]> bodies) throws SQLException {
    if (rows.full()) {
      trouble = Optional.of(Appended.Reason.OUTBOX_FULL);
      return new Appended.Refused(Appended.Reason.OUTBOX_FULL);
    }
    long first = rows.append(boot, clock.offsetMillis(), bodies);
    List<EventId> ids = new ArrayList<>(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      ids.add(new EventId(device, rows.currentEpoch(), first + i));
    }
    trouble = Optional.empty();
    return new Appended.Stored(ids);
  }

  /** What is there, in the order in which it was begun; the current epoch last, if it has rows. */
  public List<EpochView> epochs() {
    synchronized (lock) {
      return rows.views();
    }
  }

  /**
   * The rows after a position, as many as fit in one message.
   *
   * @param after what the hub has, or was sent
   * @param maxEvents at most this many
   * @return empty if there are none, or the disk cannot be read
   */
  public Optional<Outgoing> batch(String epoch, long after, int maxEvents) {
    synchronized (lock) {
      if (!ready()) {
        return Optional.empty();
      }
      try {
        return rows.batch(epoch, after, Math.min(maxEvents, Limits.MAX_BATCH_EVENTS));
      } catch (SQLException failed) {
        failed(failed);
        return Optional.empty();
      }
    }
  }

  /**
   * Takes the hub's position in an epoch.
   *
   * @param absolute whether it may also be lower than before: the hub was restored from a backup
   * @return whether it moved
   */
  public boolean position(String epoch, long seq, long backedUp, boolean absolute) {
    synchronized (lock) {
      return rows.position(epoch, seq, backedUp, absolute);
    }
  }

  /**
   * Writes positions and the boot's offset to the disk and gives up acknowledged rows above the
   * limit. Losing this in a crash is harmless, because a Hello is always answered with positions;
   * so it need not be done for each acknowledgement.
   */
  public void tidy() {
    synchronized (lock) {
      if (!ready()) {
        return;
      }
      try {
        if (trouble.equals(Optional.of(Appended.Reason.DISK_FULL))) {
          rows.probe();
          trouble = Optional.empty();
        }
        rows.tidy(clock.read().boot(), clock.offsetMillis());
        if (trouble.equals(Optional.of(Appended.Reason.OUTBOX_FULL)) && !rows.full()) {
          trouble = Optional.empty();
        }
      } catch (SQLException failed) {
        failed(failed);
      }
    }
  }

  /** How many rows the hub does not have. */
  public long unsent() {
    synchronized (lock) {
      return rows.unsent();
    }
  }

  /** Wall time of the oldest row that the hub does not have, as the device saw it; 0 for none. */
  public long oldestUnsentMillis() {
    synchronized (lock) {
      try {
        return ready() ? rows.oldestUnsentMillis() : 0;
      } catch (SQLException failed) {
        failed(failed);
        return 0;
      }
    }
  }

  /** Pages in use, in bytes. */
  public long usedBytes() {
    synchronized (lock) {
      return rows.usedBytes();
    }
  }

  /** Gets rows, newest first. */
  public interface Visitor {
    /**
     * One row.
     *
     * @param boot in which it was stored
     * @return whether to go on to older ones
     */
    boolean visit(EventId id, String boot, Event event);
  }

  /** Shows the newest rows, at most {@code limit}; stops when the disk cannot be read. */
  public void recent(int limit, Visitor visitor) {
    synchronized (lock) {
      try {
        if (ready()) {
          rows.recent(device, limit, visitor);
        }
      } catch (SQLException failed) {
        failed(failed);
      }
    }
  }

  /**
   * Adds rows that were read from a damaged file, under the epochs they had.
   *
   * @return how many were not there yet
   * @throws SQLException if the disk refuses; then none was added
   */
  long restore(List<SalvagedRow> salvaged) throws SQLException {
    synchronized (lock) {
      if (!ready()) {
        throw new SQLException("the outbox cannot be opened: " + trouble);
      }
      return rows.restore(salvaged);
    }
  }

  /** What is wrong, as identifiers for {@code Health}. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(PROBLEM_LIMIT);
    trouble.ifPresent(
        reason ->
            problems.add(
                switch (reason) {
                  case OUTBOX_FULL -> "outbox-full";
                  case DISK_FULL -> "disk-full";
                  default -> "disk-failed";
                }));
    if (file.somethingSetAside()) {
      problems.add("outbox-set-aside");
    }
    return problems;
  }

  /** Opens the file unless it is open; false while the disk refuses. */
  private boolean ready() {
    if (rows.isOpen() || closed) {
      return !closed;
    }
    try {
      file.lock();
      ClockReading now = clock.read();
      rows.begin(file.open(now.wallMillis()), newEpoch(), now.boot());
      rows.offset(now.boot()).ifPresent(offset -> learn(offset));
      trouble = Optional.empty();
      return true;
    } catch (SQLException failed) {
      failed(failed);
    } catch (IOException failed) {
      LOG.error("outbox {} cannot be opened: {}", file.path(), failed.toString());
      trouble = Optional.of(Appended.Reason.DISK_FAILED);
    }
    return false;
  }

  private void learn(long offset) {
    if (clock.offsetMillis().isEmpty()) {
      clock.learn(offset);
    }
  }

  private String newEpoch() {
    return "e" + Long.toHexString(random.nextLong()) + Integer.toHexString(random.nextInt());
  }

  /**
   * Whatever failed, what is on the disk is the truth: the file is closed and opened again, under a
   * new epoch, before the next use. Only a plain lack of space leaves it open.
   */
  private Appended.Reason failed(SQLException failed) {
    boolean full =
        failed instanceof SQLiteException sqlite
            && (sqlite.getResultCode().code & OutboxFile.PRIMARY_CODE)
                == SQLiteErrorCode.SQLITE_FULL.code;
    Appended.Reason reason = full ? Appended.Reason.DISK_FULL : Appended.Reason.DISK_FAILED;
    if (!trouble.equals(Optional.of(reason))) {
      LOG.error("outbox {}: {}", file.path(), failed.toString());
    }
    trouble = Optional.of(reason);
    if (!full || failed.getSuppressed().length > 0) {
      rows.abandon();
    }
    return reason;
  }

  /** The offset of a boot, if it was ever known. */
  public OptionalLong offsetMillis(String boot) {
    synchronized (lock) {
      return rows.offset(boot);
    }
  }

  @Override
  public void close() {
    tidy();
    synchronized (lock) {
      closed = true;
      rows.abandon();
      try {
        file.close();
      } catch (IOException failed) {
        LOG.warn("outbox lock of {}: {}", file.path(), failed.toString());
      }
    }
  }
}
