package io.jinlin.edge.uplink;

import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.Limits;
import io.jinlin.edge.outbox.EpochView;
import io.jinlin.edge.outbox.Outbox;
import io.jinlin.edge.outbox.Outgoing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows go next, within a bound on what is on its way. Only the hub's word moves anything
 * forward; to send twice is harmless, to believe a transport is not.
 */
final class Sender {
  /** Pause before rows are sent again that the hub has not taken, in milliseconds. */
  static final long AGAIN_MS = 2_000;

  private final Outbox outbox;
  private final Map<String, Long> sent = new HashMap<>();
  private final List<OnItsWay> onTheirWay = new ArrayList<>();
  private int batchEvents = Limits.MAX_BATCH_EVENTS;
  private long progressAt;
  private long notBefore;
  private boolean behind;

  Sender(Outbox outbox) {
    this.outbox = outbox;
  }

  private record OnItsWay(String epoch, long last) {}

  /** Begins from the hub's positions. */
  void restart(long now) {
    sent.clear();
    onTheirWay.clear();
    progressAt = now;
    notBefore = now;
    behind = false;
  }

  /** The next rows to send, if the bound allows and there are any. */
  Optional<Outgoing> next(long now, Greeting greeting) {
    if (behind && now >= progressAt + AGAIN_MS) {
      restart(now);
    }
    if (now < notBefore || onTheirWay.size() >= Limits.MAX_BATCHES_UNACKNOWLEDGED) {
      return Optional.empty();
    }
    for (EpochView epoch : outbox.epochs()) {
      long after = Math.max(epoch.acked(), sent.getOrDefault(epoch.epoch(), 0L));
      if (after < epoch.last() && (epoch.current() || greeting.named(epoch.epoch()))) {
        Optional<Outgoing> batch = outbox.batch(epoch.epoch(), after, batchEvents);
        batch.ifPresent(rows -> leave(rows, now));
        if (batch.isEmpty()) {
          notBefore = now + AGAIN_MS;
        }
        return batch;
      }
    }
    return Optional.empty();
  }

  private void leave(Outgoing rows, long now) {
    progressAt = onTheirWay.isEmpty() ? now : progressAt;
    onTheirWay.add(new OnItsWay(rows.epoch(), rows.last()));
    sent.put(rows.epoch(), rows.last());
  }

  /**
   * Takes later positions. When the hub repeats one while rows are on their way, these may not have
   * followed on what it has; or the answers merely crossed, so that is given a moment.
   *
   * @return whether any moved
   */
  boolean progress(List<Ack.Position> positions, long now) {
    boolean moved = false;
    boolean stuck = false;
    for (Ack.Position position : positions) {
      boolean raised =
          outbox.position(position.epoch(), position.seq(), position.backedUp(), false);
      boolean arrived =
          onTheirWay.removeIf(
              rows -> rows.epoch().equals(position.epoch()) && rows.last() <= position.seq());
      moved |= raised || arrived;
      stuck |= !raised && !arrived && isOnItsWay(position.epoch());
    }
    if (moved) {
      progressAt = now;
      batchEvents = Limits.MAX_BATCH_EVENTS;
    }
    behind = stuck || (behind && !moved);
    return moved;
  }

  private boolean isOnItsWay(String epoch) {
    return onTheirWay.stream().anyMatch(rows -> rows.epoch().equals(epoch));
  }

  /** The hub refused a header: one event at a time until something moves. */
  void refused(long now) {
    batchEvents = 1;
    restart(now);
    notBefore = now + AGAIN_MS;
  }

  /** When rows on their way have waited too long; {@link Long#MAX_VALUE} for none. */
  long stalledAt() {
    return onTheirWay.isEmpty() ? Long.MAX_VALUE : progressAt + Limits.PROGRESS_TIMEOUT_MS;
  }

  /** When to look again; {@link Long#MAX_VALUE} if only an answer or a new row changes anything. */
  long wakeAt(long now) {
    long again = behind ? progressAt + AGAIN_MS : Long.MAX_VALUE;
    return Math.min(again, notBefore > now ? notBefore : Long.MAX_VALUE);
  }

  boolean idle() {
    return onTheirWay.isEmpty();
  }
}
