package io.jinlin.e2e.simulation;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * One run from one seed: some minutes in which everything goes wrong, then a quiet time, then the
 * count. The same seed always does the same.
 */
public final class Simulation {
  /** How long things go wrong, in virtual milliseconds. */
  public static final long TROUBLE_MS = 5 * 60_000;

  /** How long the network then has to bring everything in, in virtual milliseconds. */
  public static final long QUIET_MS = 3 * 60_000;

  private static final String SITE = "jinlin";
  private static final int DEVICES = 3;
  private static final int CARDS = 60;
  private static final int SCAN_EVERY_MS = 6_000;
  private static final int FAULT_EVERY_MS = 12_000;
  private static final int LONGEST_OUTAGE_MS = 60_000;
  private static final long YEARS_MS = 60L * 365 * 86_400_000;

  private final VirtualTime time = new VirtualTime();
  private final Witness witness = new Witness();
  private final Random random;
  private final SimNetwork network;
  private final SimHub hub;
  private final List<SimDevice> devices = new ArrayList<>();

  /**
   * What came out.
   *
   * @param answered events that somebody was answered for
   * @param died of those, events whose only disk was replaced
   * @param faults broken promises in words
   */
  public record Result(long seed, int answered, int died, List<String> faults) {}

  private Simulation(long seed, Path folder) {
    random = new Random(seed);
    network = new SimNetwork(time, new Random(random.nextLong()));
    hub = new SimHub(SITE, folder.resolve("hub"), time, random, network, witness);
    for (int i = 1; i <= DEVICES; i++) {
      String name = "kiosk-" + i;
      devices.add(new SimDevice(SITE, name, folder.resolve(name), time, random, network, witness));
    }
  }

  /** Runs a seed in an empty folder. */
  public static Result run(long seed, Path folder) {
    Simulation simulation = new Simulation(seed, folder);
    try {
      simulation.trouble();
      simulation.quiet();
      List<String> faults = new ArrayList<>(simulation.unsent());
      faults.addAll(simulation.hub.faults());
      return simulation.result(seed, faults);
    } finally {
      simulation.devices.forEach(SimDevice::close);
      simulation.hub.crash();
    }
  }

  private Result result(long seed, List<String> faults) {
    return new Result(seed, witness.count(), witness.deaths(), faults);
  }

  private void trouble() {
    scans();
    faults();
    time.runUntil(TROUBLE_MS);
  }

  private void quiet() {
    network.heal();
    hub.start();
    time.runUntil(TROUBLE_MS + QUIET_MS);
  }

  private List<String> unsent() {
    return devices.stream()
        .filter(device -> device.unsent() > 0)
        .map(device -> device.name() + " still has " + device.unsent() + " unsent events")
        .toList();
  }

  private void scans() {
    if (time.now() < TROUBLE_MS) {
      int people = 1 + random.nextInt(3);
      for (int i = 0; i < people; i++) {
        device().scan(new CardRef(1, random.nextInt(CARDS)));
      }
      time.after(random.nextInt(SCAN_EVERY_MS), this::scans);
    }
  }

  private SimDevice device() {
    return devices.get(random.nextInt(devices.size()));
  }

  private void faults() {
    if (time.now() < TROUBLE_MS) {
      fault();
      time.after(random.nextInt(FAULT_EVERY_MS), this::faults);
    }
  }

  private void fault() {
    SimDevice device = device();
    switch (random.nextInt(12)) {
      case 0 -> device.crash(false);
      case 1 -> device.crash(true);
      case 2 -> device.image();
      case 3 -> rollBack(device);
      case 4 -> device.stepClock(random.nextLong(-YEARS_MS, YEARS_MS));
      case 5 -> cutOff(device);
      case 6 -> network.sever(device.name());
      case 7 -> hubOutage();
      case 8 -> hub.backUp();
      case 9 -> restore();
      default -> staff();
    }
  }

  private void rollBack(SimDevice device) {
    Set<EventId> gone = new HashSet<>(device.rollBack());
    gone.removeAll(hub.ledger());
    witness.died(gone);
  }

  private void restore() {
    Set<EventId> forgotten = new HashSet<>(hub.restore());
    forgotten.removeIf(id -> devices.stream().anyMatch(device -> device.has(id)));
    witness.died(forgotten);
  }

  private void cutOff(SimDevice device) {
    network.cutOff(device.name());
    time.after(random.nextInt(LONGEST_OUTAGE_MS), () -> network.joinAgain(device.name()));
  }

  private void hubOutage() {
    hub.crash();
    time.after(random.nextInt(LONGEST_OUTAGE_MS), hub::start);
  }

  private void staff() {
    Optional<EventId> event = witness.any(random);
    if (event.isEmpty() || random.nextBoolean()) {
      hub.append(new Fact.HandCount("hall", random.nextInt(200), "staff"));
    } else {
      hub.append(new Fact.Voiding("canteen", event.get(), "by mistake", "staff"));
    }
  }
}
