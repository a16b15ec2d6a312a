package io.jinlin.e2e.simulation;

import io.jinlin.contract.config.Secret;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Input;
import io.jinlin.e2e.check.OutboxRows;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.agent.EdgeParts;
import io.jinlin.edge.clock.ClockTrust;
import io.jinlin.edge.clock.OffsetClock;
import io.jinlin.edge.config.AgentConfig;
import io.jinlin.edge.config.WiringConfig;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.edge.outbox.OutboxLimits;
import io.jinlin.edge.uplink.HubAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;

/** A kiosk that is switched on in the morning and off at night. */
final class WeekKiosk {
  private final String device;
  private final Path folder;
  private final VirtualTime time;
  private final SimNetwork network;
  private final Random random;
  private final BiConsumer<EventId, Event> answered;
  private final SimMachine machine;
  private Optional<On> on = Optional.empty();

  /**
   * @param folder its own
   * @param answered told of each event that stands on its disk, after the answer
   */
  WeekKiosk(
      String device,
      Path folder,
      VirtualTime time,
      SimNetwork network,
      Random random,
      BiConsumer<EventId, Event> answered) {
    this.device = device;
    this.folder = folder;
    this.time = time;
    this.network = network;
    this.random = random;
    this.answered = answered;
    this.machine = new SimMachine(time, device, 0);
  }

  String name() {
    return device;
  }

  /** While it is switched on. */
  private final class On {
    private final EdgeAgent agent;
    private final OutboxRows rows;
    private long stepAt = Long.MAX_VALUE;
    private boolean off;

    On() {
      AgentConfig config =
          new AgentConfig(
              Estate.SITE,
              device,
              folder,
              new HubAddress("127.0.0.1", 1, new Secret("simulated"), Optional.empty()),
              ClockTrust.HUB,
              OutboxLimits.DEFAULT,
              WiringConfig.NONE);
      OffsetClock clock = new OffsetClock(machine, ClockTrust.HUB);
      EdgeParts parts =
          new EdgeParts(clock, new Random(random.nextLong()), () -> network.link(device));
      agent = EdgeAgent.openStepped(config, parts);
      rows = OutboxRows.open(device, folder.resolve("outbox.db"));
      rows.all();
      agent.onWake(() -> wakeAt(time.now()));
      wakeAt(time.now());
    }

    private void wakeAt(long at) {
      if (at < stepAt) {
        stepAt = at;
        time.at(at, this::step);
      }
    }

    private void step() {
      if (!off && stepAt <= time.now()) {
        stepAt = Long.MAX_VALUE;
        long pause = agent.step() - machine.monotonicMillis();
        note();
        wakeAt(time.now() + Math.max(0, pause));
      }
    }

    private void note() {
      rows.fresh().forEach(answered);
    }

    private Verdict present(String code) {
      Verdict verdict = agent.present(code, Input.CAMERA);
      if (verdict instanceof Verdict.Choose choose) {
        int chosen = random.nextInt(choose.choices().size());
        verdict = agent.choose(choose.choices().get(chosen).id());
      }
      note();
      wakeAt(time.now());
      return verdict;
    }

    private void close() {
      off = true;
      rows.close();
      agent.close();
    }
  }

  void switchOn() {
    machine.reboot();
    on = Optional.of(new On());
  }

  void switchOff() {
    on.ifPresent(On::close);
    on = Optional.empty();
  }

  /**
   * Somebody holds up a card, and chooses if there is a choice.
   *
   * @throws IllegalStateException if it is switched off
   */
  Verdict present(String code) {
    return on.orElseThrow(() -> new IllegalStateException(device + " is off")).present(code);
  }
}
