package io.jinlin.hub.gateway;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.AckCodec;
import io.jinlin.contract.wire.Ask;
import io.jinlin.contract.wire.AskCodec;
import io.jinlin.contract.wire.Batch;
import io.jinlin.contract.wire.BatchCodec;
import io.jinlin.contract.wire.Command;
import io.jinlin.contract.wire.CommandCodec;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.Health;
import io.jinlin.contract.wire.HealthCodec;
import io.jinlin.contract.wire.Hello;
import io.jinlin.contract.wire.HelloCodec;
import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.PageCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Topics;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.devices.Devices;
import io.jinlin.hub.ledger.Committed;
import io.jinlin.hub.ledger.Delivery;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.ledger.Receipt;
import io.jinlin.hub.ledger.Recorded;
import io.jinlin.hub.pages.Pages;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns messages of devices into deliveries to the ledger, and what is committed into
 * acknowledgements. Runs on one thread: messages, {@link #tick} and whatever the executor {@code
 * self} runs. A device whose nonce is not known, whose batch does not follow what is stored, or
 * whose batch the disk refused, is asked for a new Hello, whose answer says where to go on.
 */
public final class Gateway implements Endpoint.Handler {
  /** How often {@link #tick} should be called, in milliseconds. */
  public static final long TICK_MS = 500;

  /** Most devices with a session; beyond it all must say Hello again. */
  static final int MAX_SESSIONS = 1_000;

  /** Stands where a message named no nonce that can be read. */
  private static final String NO_NONCE = "none";

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  /**
   * What a gateway is made of.
   *
   * @param clockSynchronised whether devices may set their clocks by the hub's
   * @param self runs something on the gateway's thread
   * @param background runs what reads pages from the disk
   */
  public record Parts(
      Endpoint endpoint,
      Ledger ledger,
      Pages pages,
      Devices devices,
      InstantSource clock,
      BooleanSupplier clockSynchronised,
      Executor self,
      Executor background) {}

  private final Parts parts;
  private final Map<String, Session> sessions = new HashMap<>();
  private final Set<Session> unacknowledged = new LinkedHashSet<>();
  private final List<Arrived> arrived = new ArrayList<>();
  private final List<Consumer<String>> greeted = new CopyOnWriteArrayList<>();
  private Map<PageKind, Version> versions = Map.of();
  private boolean reading;

  /** A batch that was read and is not handed to the ledger yet. */
  private record Arrived(Session session, Delivery delivery) {}

  /** Listens to the ledger for what must reach a device at once. */
  public Gateway(Parts parts) {
    this.parts = parts;
    parts.ledger().onCommitted(this::committed);
    parts.devices().onDenied(device -> parts.self().execute(() -> cut(device)));
  }

  private void cut(String device) {
    LOG.info("{} is let in no more", device);
    disconnected(device);
    parts.endpoint().cut(device);
  }

  @Override
  public void received(String device, Topics.Kind kind, byte[] payload, Runnable done) {
    if (parts.devices().denied(device)) {
      // Not acknowledged: nothing of it is kept here.
      parts.endpoint().cut(device);
      return;
    }
    parts.devices().heard(device);
    if (kind == Topics.Kind.EVENTS) {
      events(device, payload, done);
      return;
    }
    done.run();
    switch (kind) {
      case HELLO -> hello(device, payload);
      case HEALTH -> health(device, payload);
      case ASK -> ask(device, payload);
      default -> misbehaved(device, "wrong-topic");
    }
  }

  private void hello(String device, byte[] payload) {
    if (!(HelloCodec.decode(payload) instanceof Decoded.Value<Hello> hello)) {
      unreadable(device, Topics.Kind.HELLO, HelloCodec.decode(payload));
      return;
    }
    if (sessions.size() >= MAX_SESSIONS) {
      sessions.clear();
    }
    Session session = new Session(device, hello.value());
    sessions.put(device, session);
    submit();
    parts
        .ledger()
        .positions(device, hello.value().epochs(), positions -> greet(session, positions));
  }

  private void greet(Session session, List<Ack.Position> positions) {
    if (isCurrent(session)) {
      long sent = session.hello().monotonicMillis();
      send(session, Ack.Answer.HELLO, positions, List.of(), sent);
      greeted.forEach(listener -> listener.accept(session.device()));
    }
  }

  private boolean isCurrent(Session session) {
    return sessions.get(session.device()) == session;
  }

  private void events(String device, byte[] payload, Runnable done) {
    Session session = sessions.get(device);
    if (!(BatchCodec.decode(payload) instanceof Decoded.Value<Batch> batch)) {
      done.run();
      Decoded<Batch> decoded = BatchCodec.decode(payload);
      unreadable(device, Topics.Kind.EVENTS, decoded);
      if (session != null && decoded instanceof Decoded.Refused<Batch> refused) {
        String detail = refused.refusal() + ": " + refused.detail();
        refuse(device, Ack.Answer.REFUSED, session.hello().nonce(), detail);
      } else {
        refuse(device, Ack.Answer.UNKNOWN, NO_NONCE, "");
      }
      return;
    }
    String nonce = batch.value().header().nonce();
    if (session == null || !session.knows(nonce)) {
      done.run();
      refuse(device, Ack.Answer.UNKNOWN, nonce, "");
      return;
    }
    Delivery delivery =
        new Delivery(
            device,
            batch.value(),
            parts.clock().millis(),
            receipt -> stored(session, receipt, done));
    arrived.add(new Arrived(session, delivery));
    if (arrived.size() == 1) {
      parts.self().execute(this::submit);
    }
  }

  /**
   * Hands over what came, all of one turn of the event loop together: one wake of the writer and
   * one commit for it, where it else would begin with the first alone.
   */
  private void submit() {
    List<Arrived> all = List.copyOf(arrived);
    arrived.clear();
    for (Arrived one : all) {
      if (!parts.ledger().submit(one.delivery)) {
        LOG.warn("too many events wait; a batch of {} must come again", one.session.device());
        greetAgain(one.session);
      }
    }
  }

  private void stored(Session session, Receipt receipt, Runnable done) {
    if (receipt.kind() != Receipt.Kind.FAILED) {
      done.run();
    }
    if (receipt.kind() != Receipt.Kind.STORED) {
      greetAgain(session);
      return;
    }
    if (!receipt.rejected().isEmpty()) {
      parts.devices().holdAgainst(session.device(), "rejected-events");
    }
    if (receipt.quarantined() > 0) {
      misbehaved(session.device(), "number-reused");
    }
    if (isCurrent(session)) {
      session.note(receipt.position(), receipt.rejected());
      boolean first = unacknowledged.isEmpty();
      unacknowledged.add(session);
      if (first) {
        parts.self().execute(this::acknowledge);
      }
    }
  }

  /** One Ack a device for all that one commit stored. */
  private void acknowledge() {
    List<Session> waiting = List.copyOf(unacknowledged);
    unacknowledged.clear();
    for (Session session : waiting) {
      if (isCurrent(session)) {
        send(session, Ack.Answer.PROGRESS, session.takeMoved(), session.takeRejected(), 0);
      }
    }
  }

  private void greetAgain(Session session) {
    if (isCurrent(session)) {
      sessions.remove(session.device());
      refuse(session.device(), Ack.Answer.UNKNOWN, session.hello().nonce(), "");
    }
  }

  private void health(String device, byte[] payload) {
    if (HealthCodec.decode(payload) instanceof Decoded.Value<Health> health) {
      parts.devices().health(device, health.value());
    } else {
      unreadable(device, Topics.Kind.HEALTH, HealthCodec.decode(payload));
    }
  }

  private void ask(String device, byte[] payload) {
    if (!(AskCodec.decode(payload) instanceof Decoded.Value<Ask> asked)) {
      unreadable(device, Topics.Kind.ASK, AskCodec.decode(payload));
      return;
    }
    Ask ask = asked.value();
    Session session = sessions.get(device);
    if (session == null || !session.knows(ask.nonce())) {
      refuse(device, Ack.Answer.UNKNOWN, ask.nonce(), "");
    } else if (session.beginAnswer(ask.kind())) {
      parts.background().execute(() -> answer(session, ask));
    }
  }

  private void answer(Session session, Ask ask) {
    byte[] page;
    try {
      page =
          PageCodec.encode(
              parts.pages().after(session.device(), ask.kind(), ask.have(), ask.toward()));
    } catch (RuntimeException e) {
      LOG.error("no page of {} for {}", ask.kind(), session.device(), e);
      parts.self().execute(() -> session.endAnswer(ask.kind()));
      return;
    }
    parts
        .self()
        .execute(
            () -> {
              session.endAnswer(ask.kind());
              if (isCurrent(session)) {
                give(session.device(), Topics.Kind.PAGE, page);
              }
            });
  }

  /** Heartbeats, and news of pages; to be called every {@link #TICK_MS}. */
  public void tick() {
    if (!reading) {
      reading = true;
      parts.background().execute(this::readVersions);
    }
    long now = parts.clock().millis();
    for (Session session : List.copyOf(sessions.values())) {
      boolean online = parts.devices().status(session.device()).online();
      if (online && session.isDue(now, versions)) {
        send(session, Ack.Answer.HEARTBEAT, session.takeMoved(), session.takeRejected(), 0);
      }
    }
  }

  private void readVersions() {
    Map<PageKind, Version> latest;
    try {
      latest = parts.pages().latest();
    } catch (RuntimeException e) {
      LOG.error("cannot read the versions of pages", e);
      latest = Map.of();
    }
    Map<PageKind, Version> read = latest;
    parts
        .self()
        .execute(
            () -> {
              reading = false;
              versions = read.isEmpty() ? versions : read;
            });
  }

  private void committed(Committed committed) {
    for (Recorded recorded : committed.recorded()) {
      if (recorded.fact() instanceof Fact.HelpAnswer answer) {
        command(answer.device(), new Command.HelpAnswered(answer.call()));
      }
    }
  }

  /** Told the name of each device whose Hello was answered, on the gateway's thread. */
  public void onGreeted(Consumer<String> listener) {
    greeted.add(listener);
  }

  /** Tells a device something, if it is there; from any thread. */
  public void command(String device, Command command) {
    byte[] bytes = CommandCodec.encode(command);
    parts.self().execute(() -> give(device, Topics.Kind.COMMAND, bytes));
  }

  private void give(String device, Topics.Kind kind, byte[] bytes) {
    if (!parts.devices().denied(device)) {
      parts.endpoint().send(device, kind, bytes);
    }
  }

  private void send(
      Session session,
      Ack.Answer answer,
      List<Ack.Position> positions,
      List<Ack.Rejected> rejected,
      long helloMonotonicMillis) {
    long now = parts.clock().millis();
    session.told(now, versions);
    send(
        session.device(),
        new Ack(
            answer,
            session.hello().nonce(),
            now,
            parts.clockSynchronised().getAsBoolean(),
            helloMonotonicMillis,
            positions,
            versions,
            rejected,
            ""));
  }

  private void refuse(String device, Ack.Answer answer, String nonce, String detail) {
    long now = parts.clock().millis();
    boolean synchronised = parts.clockSynchronised().getAsBoolean();
    String text = detail.substring(0, Math.min(detail.length(), Limits.MAX_TEXT_LENGTH));
    send(
        device, new Ack(answer, nonce, now, synchronised, 0, List.of(), versions, List.of(), text));
  }

  private void send(String device, Ack ack) {
    give(device, Topics.Kind.ACK, AckCodec.encode(ack));
  }

  private <T> void unreadable(String device, Topics.Kind kind, Decoded<T> decoded) {
    if (parts.devices().holdAgainst(device, "unreadable-message")
        && decoded instanceof Decoded.Refused<T> refused) {
      LOG.warn("{} of {}: {}: {}", kind, device, refused.refusal(), refused.detail());
    }
  }

  @Override
  public void disconnected(String device) {
    Session session = sessions.remove(device);
    if (session != null) {
      unacknowledged.remove(session);
    }
  }

  @Override
  public void misbehaved(String device, String problem) {
    if (parts.devices().holdAgainst(device, problem)) {
      LOG.warn("{}: {}", device, problem);
    }
  }
}
