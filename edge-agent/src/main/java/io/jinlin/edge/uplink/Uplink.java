package io.jinlin.edge.uplink;

import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.AckCodec;
import io.jinlin.contract.wire.Ask;
import io.jinlin.contract.wire.AskCodec;
import io.jinlin.contract.wire.Batch;
import io.jinlin.contract.wire.BatchCodec;
import io.jinlin.contract.wire.CommandCodec;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.HealthCodec;
import io.jinlin.contract.wire.Hello;
import io.jinlin.contract.wire.HelloCodec;
import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.PageCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Topics;
import io.jinlin.edge.clock.ClockReading;
import io.jinlin.edge.outbox.Outbox;
import io.jinlin.edge.outbox.Outgoing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to the hub: waiting, connecting, greeting, streaming, and back to waiting after
 * any failure, each time with a fresh link. Has no thread and no timer: whoever owns it calls
 * {@link #step} whenever it was woken or the time has come; all calls from one thread.
 */
public final class Uplink {
  /** How long a connection may take to stand, in milliseconds; a TCP accept is not an answer. */
  public static final long CONNECT_TIMEOUT_MS = 10_000;

  /** How long the hub may take to answer a Hello, in milliseconds. */
  public static final long GREETING_TIMEOUT_MS = 10_000;

  /** Silence after which the connection is given up, in milliseconds: three heartbeats. */
  public static final long SILENCE_MS = 3 * Limits.HEARTBEAT_MS;

  /** Shortest time between two Hellos, in milliseconds. */
  public static final long HELLO_PAUSE_MS = 1_000;

  /** How often a Hello renews the clock's offset, in milliseconds. */
  public static final long HELLO_AGAIN_MS = 6 * 60 * 60 * 1_000L;

  /** Longest round trip from which an offset is taken, in milliseconds. */
  public static final long ROUND_TRIP_MS = 2_000;

  /** How often positions are written down and space is made, in milliseconds. */
  public static final long TIDY_MS = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);

  private enum State {
    WAITING,
    CONNECTING,
    GREETING,
    STREAMING
  }

  private final Identity identity;
  private final Outbox outbox;
  private final Pages pages;
  private final UplinkListener listener;
  private final Surroundings outside;
  private final Backoff backoff;
  private final Sender sender;
  private final Asker asker;
  private final Greeting greeting = new Greeting();

  private State state = State.WAITING;
  private @Nullable Link link;
  private volatile Runnable wake = () -> {};
  private Inbox inbox = new Inbox(() -> wake.run());
  private volatile boolean healthChanged;
  private String nonce = "none";
  private long deadline = Long.MIN_VALUE;
  private long heardAt;
  private long greetedAt;
  private long healthAt;
  private long tidyAt = Long.MIN_VALUE;
  private boolean greetAgain;
  private boolean stalledBefore;
  private String notReached = "";

  public Uplink(
      Identity identity,
      Outbox outbox,
      Pages pages,
      UplinkListener listener,
      Surroundings outside) {
    this.identity = identity;
    this.outbox = outbox;
    this.pages = pages;
    this.listener = listener;
    this.outside = outside;
    this.backoff = new Backoff(outside.random());
    this.sender = new Sender(outbox);
    this.asker = new Asker(pages);
  }

  /** What to run when a link has told something; may be called from any thread. */
  public void onWake(Runnable runnable) {
    wake = runnable;
  }

  /** The device's health is another: tell the hub at the next step. */
  public void healthChanged() {
    healthChanged = true;
    wake.run();
  }

  /**
   * Does what there is to do.
   *
   * @param now monotonic time in milliseconds, never less than before
   * @return when to step again at the latest, if nothing wakes before
   */
  public long step(long now) {
    Inbox box = inbox;
    for (Optional<Inbox.Told> told = box.poll(); told.isPresent(); told = box.poll()) {
      if (take(told.get(), now)) {
        break;
      }
    }
    if (now >= tidyAt) {
      outbox.tidy();
      tidyAt = now + TIDY_MS;
    }
    long wakeAt =
        switch (state) {
          case WAITING -> waiting(now);
          case CONNECTING -> expire(now, "no answer to connecting");
          case GREETING -> expire(now, "no answer to Hello");
          case STREAMING -> streaming(now);
        };
    return Math.min(wakeAt, tidyAt);
  }

  /** Ends the connection, for good. */
  public void close() {
    drop();
    state = State.WAITING;
    deadline = Long.MAX_VALUE;
  }

  /** Ends this connection and begins another after a pause; for a fault that nobody foresaw. */
  public void fail(long now, String reason) {
    boolean was = state == State.GREETING || state == State.STREAMING;
    drop();
    state = State.WAITING;
    deadline = now + backoff.pauseMillis();
    if (was) {
      LOG.info("hub gone: {}", reason);
    } else if (!reason.equals(notReached)) {
      // Once for each reason: a wrong password or key would else be tried in silence for ever.
      LOG.warn("hub not reached, trying on: {}", reason);
    }
    notReached = was ? "" : reason;
    listener.connected(false);
  }

  private void drop() {
    Link old = link;
    link = null;
    inbox = new Inbox(() -> wake.run());
    if (old != null) {
      old.close();
    }
  }

  /** Looks at one event; whether the link it came from is gone. */
  private boolean take(Inbox.Told told, long now) {
    if (told instanceof Inbox.Told.Lost lost) {
      fail(now, lost.reason());
      return true;
    }
    if (told instanceof Inbox.Told.Connected && state == State.CONNECTING) {
      greeting.reset();
      asker.reset();
      stalledBefore = false;
      hello(now);
    }
    if (told instanceof Inbox.Told.Received message) {
      received(message, now);
    }
    return false;
  }

  private long waiting(long now) {
    if (now < deadline) {
      return deadline;
    }
    state = State.CONNECTING;
    deadline = now + CONNECT_TIMEOUT_MS;
    Link fresh = outside.links().create();
    link = fresh;
    fresh.connect(inbox);
    return deadline;
  }

  private long expire(long now, String reason) {
    if (now >= deadline) {
      fail(now, reason);
    }
    return deadline;
  }

  private void hello(long now) {
    nonce = "n" + Long.toHexString(outside.random().nextLong());
    greetAgain = false;
    greetedAt = now;
    state = State.GREETING;
    deadline = now + GREETING_TIMEOUT_MS;
    ClockReading clock = outside.clock().read();
    send(
        Topics.Kind.HELLO,
        HelloCodec.encode(
            new Hello(
                nonce,
                clock.boot(),
                clock.monotonicMillis(),
                greeting.next(outbox.epochs()),
                identity.software())));
  }

  private void received(Inbox.Told.Received message, long now) {
    Optional<Topics> topic = Topics.parse(message.topic()).toOptional();
    if (topic.isEmpty() || !topic.get().equals(identity.topic(topic.get().kind()))) {
      LOG.warn("message on a topic of somebody else ignored");
      return;
    }
    switch (topic.get().kind()) {
      case ACK -> read(AckCodec.decode(message.payload())).ifPresent(ack -> ack(ack, now));
      case PAGE -> read(PageCodec.decode(message.payload())).ifPresent(asker::page);
      case COMMAND -> read(CommandCodec.decode(message.payload())).ifPresent(listener::command);
      default -> LOG.warn("message of kind {} ignored: it goes the other way", topic.get().kind());
    }
  }

  private static <T> Optional<T> read(Decoded<T> decoded) {
    if (decoded instanceof Decoded.Refused<T> refused) {
      LOG.warn("message from the hub not understood: {} {}", refused.refusal(), refused.detail());
    }
    return decoded.toOptional();
  }

  private void ack(Ack ack, long now) {
    if (!ack.nonce().equals(nonce)) {
      return;
    }
    heardAt = now;
    if (state == State.GREETING && ack.answer() == Ack.Answer.HELLO) {
      welcomed(ack, now);
    } else if (state == State.GREETING && ack.answer() == Ack.Answer.REFUSED) {
      fail(now, "Hello refused: " + ack.detail());
    } else if (state == State.STREAMING) {
      answered(ack, now);
    }
  }

  private void welcomed(Ack ack, long now) {
    learnOffset(ack);
    for (Ack.Position position : ack.positions()) {
      outbox.position(position.epoch(), position.seq(), position.backedUp(), true);
    }
    state = State.STREAMING;
    backoff.reset();
    sender.restart(now);
    asker.versions(ack.versions());
    healthChanged = true;
    listener.connected(true);
    listener.heard(asker.complete());
  }

  private void learnOffset(Ack ack) {
    long monotonic = outside.clock().read().monotonicMillis();
    long roundTrip = monotonic - ack.helloMonotonicMillis();
    if (ack.hubClockSynchronised() && roundTrip >= 0 && roundTrip <= ROUND_TRIP_MS) {
      outside.clock().learn(ack.hubMillis() + roundTrip / 2 - monotonic);
    }
  }

  private void answered(Ack ack, long now) {
    asker.versions(ack.versions());
    listener.heard(asker.complete());
    ack.rejected().forEach(listener::rejected);
    switch (ack.answer()) {
      case UNKNOWN -> {
        // Behind a broker the connection stays while the hub becomes another, of an older backup
        // perhaps.
        greeting.reset();
        greetAgain = true;
      }
      case REFUSED -> {
        LOG.warn("batch refused by the hub: {}", ack.detail());
        sender.refused(now);
      }
      default -> {
        if (sender.progress(ack.positions(), now)) {
          stalledBefore = false;
          listener.progress();
        }
      }
    }
  }

  private long streaming(long now) {
    if (now >= heardAt + SILENCE_MS) {
      fail(now, "the hub is silent");
      return deadline;
    }
    if (now >= sender.stalledAt()) {
      if (stalledBefore) {
        fail(now, "the hub takes nothing");
        return deadline;
      }
      stalledBefore = true;
      greetAgain = true;
    }
    for (Ask ask : asker.due(nonce, now)) {
      send(Topics.Kind.ASK, AskCodec.encode(ask));
    }
    for (Optional<Outgoing> rows = sender.next(now, greeting);
        rows.isPresent();
        rows = sender.next(now, greeting)) {
      send(rows.get());
    }
    health(now);
    greetAgain |= now >= greetedAt + HELLO_AGAIN_MS;
    greetAgain |= sender.idle() && greeting.pending(outbox.epochs());
    if (greetAgain && now >= greetedAt + HELLO_PAUSE_MS) {
      hello(now);
      return deadline;
    }
    return wakeAt(now);
  }

  private long wakeAt(long now) {
    long next = Math.min(heardAt + SILENCE_MS, healthAt + Limits.HEARTBEAT_MS);
    next = Math.min(next, Math.min(sender.stalledAt(), sender.wakeAt(now)));
    next = Math.min(next, asker.wakeAt());
    return Math.min(next, greetedAt + (greetAgain ? HELLO_PAUSE_MS : HELLO_AGAIN_MS));
  }

  private void send(Outgoing rows) {
    send(
        Topics.Kind.EVENTS,
        BatchCodec.encode(
            new Batch(
                new Batch.Header(
                    nonce,
                    rows.epoch(),
                    rows.first(),
                    rows.lines().size(),
                    rows.lost(),
                    rows.boot(),
                    rows.offsetMillis(),
                    pages.have(PageKind.ROSTER)),
                rows.lines())));
  }

  private void health(long now) {
    if (healthChanged || now >= healthAt + Limits.HEARTBEAT_MS) {
      healthChanged = false;
      healthAt = now;
      send(Topics.Kind.HEALTH, HealthCodec.encode(listener.health()));
    }
  }

  private void send(Topics.Kind kind, byte[] payload) {
    Link open = link;
    if (open != null) {
      open.publish(identity.topic(kind), payload);
    }
  }
}
