package io.jinlin.edge.agent;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.edge.clock.ClockReading;
import io.jinlin.edge.config.AgentConfig;
import io.jinlin.edge.decide.Decider;
import io.jinlin.edge.decide.PlaceNow;
import io.jinlin.edge.decide.Situation;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.edge.doors.DoorListener;
import io.jinlin.edge.health.Problems;
import io.jinlin.edge.outbox.Appended;
import io.jinlin.edge.outbox.Outbox;
import io.jinlin.edge.roster.Replica;
import io.jinlin.edge.uplink.Identity;
import io.jinlin.edge.uplink.Surroundings;
import io.jinlin.edge.uplink.Uplink;
import io.jinlin.edge.uplink.UplinkThread;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole agent: a card's text in, a verdict out, committed before it is given; what was
 * committed goes to the hub by itself. Safe to use from any thread; no method waits for the
 * network.
 */
public final class EdgeAgent implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EdgeAgent.class);
  private static final String UNKNOWN_PLACE = "unknown";

  private final AgentConfig config;
  private final EdgeParts parts;
  private final Outbox outbox;
  private final Replica replica;
  private final Counter counter;
  private final Problems problems = new Problems();
  private final HelpBell bell = new HelpBell();
  private final HubFigures figures;
  private final Contact contact;
  private final Uplink uplink;
  private final Object counterLock = new Object();
  private Optional<UplinkThread> thread = Optional.empty();
  private Optional<Hardware> hardware = Optional.empty();

  private EdgeAgent(AgentConfig config, EdgeParts parts) {
    this.config = config;
    this.parts = parts;
    this.outbox =
        Outbox.open(
            config.outboxFile(), config.device(), parts.clock(), parts.random(), config.outbox());
    this.replica = Replica.open(config.replicaFile(), parts.clock().read().wallMillis());
    this.figures = new HubFigures(parts.clock());
    this.counter = new Counter(config.device(), parts.clock(), replica, outbox, figures);
    this.problems.source(outbox::problems);
    this.problems.source(replica::problems);
    this.contact = new Contact(replica, outbox, problems, bell, parts.clock());
    this.contact.onFigures(figures::take);
    this.contact.onForgotten(
        card -> record(new Fact.RevocationHeld(place(), card)) instanceof Appended.Stored);
    this.uplink =
        new Uplink(
            identity(config),
            outbox,
            contact,
            contact,
            new Surroundings(parts.clock(), parts.random(), parts.links()));
  }

  /**
   * Opens the files and begins to talk to the hub. Damaged files are set aside; a disk that does
   * not work is a problem and an answer, not an end.
   *
   * @throws io.jinlin.edge.outbox.OutboxInUseException if another agent has this data folder
   */
  public static EdgeAgent open(AgentConfig config, EdgeParts parts) {
    EdgeAgent agent = openStepped(config, parts);
    agent.thread = Optional.of(UplinkThread.start(agent.uplink, parts.clock()));
    agent.hardware = Hardware.open(config.wiring(), agent.new Door());
    agent.hardware.ifPresent(
        wired -> {
          agent.problems.source(wired::problems);
          agent.contact.onFull(wired::full);
        });
    return agent;
  }

  /** The same without a thread and without pins: the caller steps, for a simulation. */
  public static EdgeAgent openStepped(AgentConfig config, EdgeParts parts) {
    return new EdgeAgent(config, parts);
  }

  static Identity identity(AgentConfig config) {
    String version = EdgeAgent.class.getPackage().getImplementationVersion();
    return new Identity(config.site(), config.device(), version == null ? "dev" : version);
  }

  /** Answers a code that was read; any text has an answer. */
  public Verdict present(String scannedText, Input input) {
    return answer(scannedText, input).verdict();
  }

  /** The same, with the event that stands for it. */
  public Answer answer(String scannedText, Input input) {
    CardReading reading = CardCode.read(scannedText);
    if (reading instanceof CardReading.Card card) {
      CardKeys keys = card.code().keys(config.site());
      return serve(() -> counter.present(keys, input));
    }
    return shown(Answer.silent(new Verdict.NotACard(((CardReading.NotACard) reading).refusal())));
  }

  /** Answers the choice that was tapped after a {@link Verdict.Choose}, within 15 seconds. */
  public Verdict choose(String choiceId) {
    return serve(() -> counter.choose(choiceId)).verdict();
  }

  /** A neighbour wants to collect for somebody (代领): asks for their own card first. */
  public Verdict beginProxy() {
    return serve(counter::beginProxy).verdict();
  }

  /** The neighbour has collected all they wanted. */
  public void endProxy() {
    synchronized (counterLock) {
      counter.endProxy();
    }
  }

  private Answer serve(Supplier<Answer> service) {
    Answer answer;
    synchronized (counterLock) {
      try {
        answer = service.get();
      } catch (RuntimeException fault) {
        LOG.error("fault while answering a card", fault);
        answer = Answer.silent(new Verdict.OutOfService(Verdict.Reason.DISK_FAILED));
      }
    }
    if (answer.event().isPresent()) {
      stored();
    }
    return shown(answer);
  }

  private Answer shown(Answer answer) {
    hardware.ifPresent(wired -> wired.show(answer.verdict()));
    return answer;
  }

  private void stored() {
    thread.ifPresent(UplinkThread::wake);
    contact.changed();
  }

  /** Calls staff; the name of the call. It rings as soon as the hub has it. */
  public String callHelp() {
    String call = "c" + Long.toHexString(parts.random().nextLong());
    bell.ring(call);
    record(new Fact.HelpCall(place(), call, false));
    return call;
  }

  /** The person no longer needs help. */
  public void endHelp(String call) {
    if (bell.end(call)) {
      record(new Fact.HelpCall(place(), call, true));
    }
  }

  /** Records something else that happened; whether it is on the disk. */
  public Appended record(Fact fact) {
    Appended appended = outbox.append(parts.clock().read(), List.of(fact));
    stored();
    return appended;
  }

  /** People went through a door, as its beams or a simulation saw it. */
  public void passage(String door, Fact.Passage.Direction direction, int people) {
    record(new Fact.Passage(place(), door, direction, people));
  }

  /** Notes a problem of a part that the agent does not know, or that it is over. */
  public void problem(String id, boolean present) {
    if (problems.report(id, present)) {
      uplink.healthChanged();
      contact.changed();
    }
  }

  /**
   * Lets a part that the agent does not know, for example a camera, name its problems in Health.
   */
  public void problems(Supplier<List<String>> part) {
    problems.source(part);
  }

  /** How the agent is now; cheap enough to be asked every second. */
  public AgentStatus status() {
    ClockReading now = parts.clock().read();
    Optional<Situation> where = counter.where(now);
    return new AgentStatus(
        contact.isConnected(),
        outbox.unsent(),
        now.trusted(),
        now.wallMillis(),
        where,
        where.map(Decider::now),
        bell.state(),
        figures.seatsFree(),
        contact.pageAgeMillis(),
        problems.now());
  }

  /** Is run when the status may be another, on any thread; must not wait. */
  public void onChange(Runnable listener) {
    contact.onChange(listener);
  }

  /**
   * One step of the connection, for an agent that was opened without a thread.
   *
   * @return when to step again at the latest, in milliseconds of the monotonic clock
   */
  public long step() {
    return uplink.step(parts.clock().read().monotonicMillis());
  }

  /** What to run when there is reason to {@link #step} at once; for an agent without a thread. */
  public void onWake(Runnable runnable) {
    uplink.onWake(runnable);
  }

  private String place() {
    return counter.where(parts.clock().read()).map(here -> here.place().id()).orElse(UNKNOWN_PLACE);
  }

  private final class Door implements DoorListener {
    @Override
    public void passed(Fact.Passage.Direction direction) {
      config.wiring().door().ifPresent(pins -> passage(pins.door(), direction, 1));
    }

    @Override
    public boolean openingHours() {
      return status()
          .now()
          .filter(now -> now.kind() != PlaceNow.Kind.CLOSED && now.kind() != PlaceNow.Kind.UNKNOWN)
          .isPresent();
    }
  }

  @Override
  public void close() {
    hardware.ifPresent(Hardware::close);
    thread.ifPresentOrElse(UplinkThread::close, uplink::close);
    replica.close();
    outbox.close();
  }
}
