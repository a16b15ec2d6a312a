package io.jinlin.edge.outbox;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.Limits;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an open outbox and their positions. Memory changes only after the commit. Not safe
 * for several threads: the outbox holds its lock around every call.
 */
final class OutboxRows {
  /** Left free in a message for the header of a batch, in bytes. */
  private static final int HEADER_BYTES = 1_024;

  /** Rows given up in one transaction. */
  private static final int TRIM_ROWS = 100;

  /** Rows read at a time. */
  private static final int CHUNK_ROWS = 500;

  /** How much below its limit the outbox is brought, in hundredths of the limit. */
  private static final int TRIM_TO_PERCENT = 90;

  private final OutboxLimits limits;
  private final Map<String, Epoch> epochs = new HashMap<>();
  private final List<Epoch> order = new ArrayList<>();
  private final Map<String, Long> boots = new HashMap<>();
  private @Nullable Store store;
  private @Nullable Epoch current;
  private long usedBytes;

  OutboxRows(OutboxLimits limits) {
    this.limits = limits;
  }

  boolean isOpen() {
    return store != null;
  }

  /** Takes over an open file; its rows keep the epochs they were stored under. */
  void begin(Store opened, String newEpoch, String boot) throws SQLException {
    epochs.clear();
    order.clear();
    boots.clear();
    try {
      boots.putAll(opened.boots());
      for (Epoch epoch : opened.epochs()) {
        add(epoch);
      }
      usedBytes = opened.usedBytes();
    } catch (SQLException failed) {
      opened.close();
      throw failed;
    }
    current = new Epoch(nextNumber(), newEpoch, boot);
    add(current());
    store = opened;
  }

  private void add(Epoch epoch) {
    epochs.put(epoch.name, epoch);
    order.add(epoch);
  }

  private long nextNumber() {
    return order.stream().mapToLong(epoch -> epoch.number).max().orElse(0) + 1;
  }

  /** Forgets the file; what is on the disk is read again at the next opening. */
  void abandon() {
    Store open = store;
    store = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException failed) {
        // The file is opened again by whoever needs it next, and that failure is reported.
        Objects.requireNonNull(failed);
      }
    }
  }

  String currentEpoch() {
    return current().name;
  }

  private Epoch current() {
    return Objects.requireNonNull(current, "opened");
  }

  private Store store() {
    return Objects.requireNonNull(store, "opened");
  }

  /** Commits rows to the current epoch; the sequence number of the first. */
  long append(String boot, OptionalLong offset, List<byte[]> bodies) throws SQLException {
    Epoch epoch = current();
    long first = epoch.last + 1;
    store()
        .transaction(
            tx -> {
              if (!epoch.stored) {
                tx.run(OutboxSql.ADD_EPOCH, epoch.number, epoch.name, epoch.boot);
              }
              long seq = first;
              for (byte[] body : bodies) {
                tx.run(OutboxSql.ADD_EVENT, epoch.key(seq++), epoch.name, body);
              }
              putOffset(tx, boot, offset);
            });
    epoch.stored = true;
    epoch.last += bodies.size();
    offset.ifPresent(millis -> boots.put(boot, millis));
    usedBytes = store().usedBytes();
    return first;
  }

  private void putOffset(Store tx, String boot, OptionalLong offset) throws SQLException {
    if (offset.isPresent() && !Long.valueOf(offset.getAsLong()).equals(boots.get(boot))) {
      tx.run(OutboxSql.PUT_BOOT, boot, offset.getAsLong());
    }
  }

  List<EpochView> views() {
    List<EpochView> views = new ArrayList<>();
    for (Epoch epoch : order) {
      if (epoch != current && !epoch.empty()) {
        views.add(epoch.view(false));
      }
    }
    if (current != null && !current.empty()) {
      views.add(current.view(true));
    }
    return views;
  }

  Optional<Outgoing> batch(String name, long after, int maxEvents) throws SQLException {
    Epoch epoch = epochs.get(name);
    if (epoch == null || epoch.empty() || after >= epoch.last) {
      return Optional.empty();
    }
    List<byte[]> lines = new ArrayList<>();
    int room = Limits.MAX_MESSAGE_BYTES - HEADER_BYTES;
    long first = 0;
    for (Store.Row row :
        store().rows(OutboxSql.EVENTS, epoch.key(after), epoch.key(epoch.last), maxEvents)) {
      first = lines.isEmpty() ? row.seq() : first;
      room -= row.body().length + 1;
      if (room < 0 || row.seq() != first + lines.size()) {
        break;
      }
      lines.add(row.body());
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    long lost = first - after - 1;
    return Optional.of(new Outgoing(name, epoch.boot, offset(epoch.boot), first, lost, lines));
  }

  OptionalLong offset(String boot) {
    Long millis = boots.get(boot);
    return millis == null ? OptionalLong.empty() : OptionalLong.of(millis);
  }

  boolean position(String name, long seq, long backedUp, boolean absolute) {
    Epoch epoch = epochs.get(name);
    if (epoch == null || (epoch == current && seq > epoch.last)) {
      return false;
    }
    return epoch.position(seq, backedUp, absolute);
  }

  long unsent() {
    return order.stream().mapToLong(Epoch::unsent).sum();
  }

  long usedBytes() {
    return usedBytes;
  }

  /** Whether nothing more may be stored, even after giving up what may be given up. */
  boolean full() throws SQLException {
    if (usedBytes > limits.maxBytes()) {
      trim();
    }
    return usedBytes > limits.maxBytes();
  }

  void tidy(String boot, OptionalLong offset) throws SQLException {
    boolean newOffset = offset.isPresent() && !offset.equals(offset(boot));
    if (newOffset || order.stream().anyMatch(epoch -> epoch.dirty && epoch.stored)) {
      store()
          .transaction(
              tx -> {
                putOffset(tx, boot, offset);
                writePositions(tx);
              });
      order.forEach(epoch -> epoch.dirty = false);
      offset.ifPresent(millis -> boots.put(boot, millis));
    }
    if (usedBytes > limits.maxBytes()) {
      trim();
    }
  }

  private void writePositions(Store tx) throws SQLException {
    for (Epoch epoch : order) {
      if (epoch.dirty && epoch.stored) {
        tx.run(OutboxSql.SET_POSITION, epoch.acked, epoch.backedUp, epoch.number);
      }
    }
  }

  private void trim() throws SQLException {
    long goal = limits.maxBytes() / 100 * TRIM_TO_PERCENT;
    for (boolean onlyBackedUp : new boolean[] {true, false}) {
      for (Epoch epoch : List.copyOf(order)) {
        while (usedBytes > goal && epoch.first <= epoch.disposable(onlyBackedUp)) {
          giveUp(epoch, Math.min(epoch.disposable(onlyBackedUp), epoch.first + TRIM_ROWS - 1));
        }
      }
    }
  }

  private void giveUp(Epoch epoch, long upTo) throws SQLException {
    boolean forget = upTo >= epoch.last && epoch != current;
    store()
        .transaction(
            tx -> {
              tx.run(OutboxSql.DROP_EVENTS, epoch.key(epoch.first), epoch.key(upTo));
              tx.run(OutboxSql.SET_POSITION, epoch.acked, epoch.backedUp, epoch.number);
              if (forget) {
                tx.run(OutboxSql.DROP_EPOCH, epoch.number);
                tx.run(OutboxSql.DROP_BOOTS);
              }
            });
    epoch.first = upTo + 1;
    if (forget) {
      epochs.remove(epoch.name);
      order.remove(epoch);
    }
    usedBytes = store().usedBytes();
  }

  /** Whether a write goes through; leaves nothing behind. */
  void probe() throws SQLException {
    store()
        .transaction(
            tx -> {
              tx.run(OutboxSql.PUT_BOOT, OutboxSql.PROBE_BOOT, 0L);
              tx.run(OutboxSql.DROP_BOOT, OutboxSql.PROBE_BOOT);
            });
  }

  long oldestUnsentMillis() throws SQLException {
    long oldest = 0;
    for (Epoch epoch : order) {
      if (epoch.unsent() > 0 && oldest == 0) {
        for (Store.Row row :
            store().rows(OutboxSql.EVENTS, epoch.key(epoch.acked), epoch.key(epoch.last), 1)) {
          oldest = EventCodec.decode(row.body()).toOptional().map(Event::wallMillis).orElse(0L);
        }
      }
    }
    return Math.max(0, oldest);
  }

  void recent(String device, int limit, Outbox.Visitor visitor) throws SQLException {
    Map<Long, Epoch> byNumber = new HashMap<>();
    order.forEach(epoch -> byNumber.put(epoch.number, epoch));
    long before = Long.MAX_VALUE;
    for (int seen = 0; seen < limit; ) {
      List<Store.Row> chunk = store().rows(OutboxSql.EVENTS_BACKWARDS, before, CHUNK_ROWS);
      if (chunk.isEmpty()) {
        return;
      }
      for (Store.Row row : chunk) {
        before = row.key();
        seen++;
        Epoch epoch = byNumber.get(row.key() >> Store.SEQ_BITS);
        Decoded<Event> event = EventCodec.decode(row.body());
        if (epoch != null
            && event instanceof Decoded.Value<Event> value
            && !visitor.visit(
                new EventId(device, epoch.name, row.seq()), epoch.boot, value.value())) {
          return;
        }
      }
    }
  }

  /** Adds rows that are not there yet, in one transaction; how many. */
  long restore(List<SalvagedRow> salvaged) throws SQLException {
    long[] added = {0};
    Map<String, Epoch> fresh = new HashMap<>();
    long next = nextNumber();
    for (SalvagedRow row : salvaged) {
      if (!epochs.containsKey(row.epoch()) && !fresh.containsKey(row.epoch())) {
        fresh.put(row.epoch(), new Epoch(next++, row.epoch(), OutboxSql.unknownBoot(row.epoch())));
      }
    }
    store()
        .transaction(
            tx -> {
              writePositions(tx);
              for (Epoch epoch : fresh.values()) {
                tx.run(OutboxSql.ADD_EPOCH, epoch.number, epoch.name, epoch.boot);
              }
              for (SalvagedRow row : salvaged) {
                Epoch known = epochs.get(row.epoch());
                Epoch epoch =
                    known != null ? known : Objects.requireNonNull(fresh.get(row.epoch()));
                added[0] +=
                    tx.run(OutboxSql.RESTORE_EVENT, epoch.key(row.seq()), row.epoch(), row.body());
              }
            });
    readAgain();
    return added[0];
  }

  /** Rows were added where no append adds them: what is held of the epochs is read anew. */
  private void readAgain() throws SQLException {
    Epoch before = current();
    epochs.clear();
    order.clear();
    for (Epoch epoch : store().epochs()) {
      add(epoch);
    }
    Epoch same = epochs.get(before.name);
    if (same == null) {
      add(before);
    } else {
      current = same;
    }
    usedBytes = store().usedBytes();
  }
}
