package io.jinlin.e2e.torture;

import io.jinlin.e2e.check.LedgerFile;
import io.jinlin.e2e.proxy.FaultMode;
import io.jinlin.e2e.proxy.FaultProxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The kill test. Kiosks answer cards while they, the hub and the broker are killed, the network
 * fails in every way, outboxes are rolled back to earlier copies, damaged and salvaged, a disk is
 * full, and the hub's database is replaced by an older one; then the network heals, and every
 * answered event must be in the ledger once.
 *
 * <p>An outbox is rolled back only when the hub has all of it, and the hub to a copy that is newer
 * than the last rollback: otherwise the only disks that knew an event would be gone, which nothing
 * can survive.
 */
public final class Torture implements AutoCloseable {
  private static final List<String> DEVICES =
      List.of("kiosk-hall", "kiosk-reading", "kiosk-fitness", "kiosk-canteen-1");
  private static final long PAUSE_MIN_MS = 500;
  private static final long PAUSE_MAX_MS = 2_500;
  private static final long DRAIN_MS = 180_000;
  private static final long POLL_MS = 250;

  /** What must happen at least once, in this order, at these parts of the scans. */
  private static final int ROLLBACK_AT_PERCENT = 30;

  private static final int COPY_AT_PERCENT = 40;
  private static final int DAMAGE_AT_PERCENT = 45;
  private static final int FULL_AT_PERCENT = 50;
  private static final int RESTORE_AT_PERCENT = 60;
  private static final int SALVAGE_AT_PERCENT = 65;
  private static final int FREE_AT_PERCENT = 70;
  private static final int SECOND_ROLLBACK_AT_PERCENT = 80;

  /** The kiosk whose outbox is damaged, and the one whose disk has hardly any room. */
  private static final int DAMAGED = 2;

  private static final int SMALL = 3;

  private final Random random;
  private final Grounds grounds;
  private final TorturedHub hub;
  private final List<TorturedBroker> brokers = new ArrayList<>();
  private final List<FaultProxy> hubProxies = new ArrayList<>();
  private final List<TorturedKiosk> kiosks = new ArrayList<>();
  private final Optional<Ramdisk> small;
  private final Map<String, Integer> deeds = new TreeMap<>();

  /**
   * What came out.
   *
   * @param answers lines that kiosks printed
   * @param events different events among them
   * @param tallied people by occasion, as the hub counts them
   * @param deeds what was done, and how often
   * @param faults broken promises in words
   */
  public record Result(
      int answers, int events, long tallied, Map<String, Integer> deeds, List<String> faults) {}

  /**
   * Prepares everything, starts the hub and the kiosks.
   *
   * @param throughBroker whether Mosquitto stands between
   */
  public Torture(Path root, boolean throughBroker, long seed) {
    random = new Random(seed);
    grounds = new Grounds(root);
    grounds.sample();
    int port = Ports.free(random);
    hub = throughBroker ? withBroker(port) : embedded(port);
    hub.start();
    List<String> cards = grounds.cards();
    for (String device : DEVICES) {
      Feeder.Cards own = new Feeder.Cards(cards, new Random(random.nextLong()));
      kiosks.add(new TorturedKiosk(grounds, device, FaultProxy.open(port), own));
    }
    small = Ramdisk.mount(grounds, kiosks.get(SMALL).folder());
    kiosks.forEach(TorturedKiosk::start);
    kiosks.forEach(TorturedKiosk::awaitReady);
  }

  private TorturedHub embedded(int port) {
    return new TorturedHub(grounds, sets("mqtt.port=" + port));
  }

  private TorturedHub withBroker(int port) {
    TorturedBroker broker = new TorturedBroker(grounds, port);
    brokers.add(broker);
    broker.start();
    FaultProxy proxy = FaultProxy.open(port);
    hubProxies.add(proxy);
    List<String> options = new ArrayList<>(sets("broker.port=" + proxy.port()));
    options.addAll(List.of("--config", grounds.brokerSettings().toString()));
    return new TorturedHub(grounds, options);
  }

  private static List<String> sets(String more) {
    return List.of("--set", "http.port=0", "--set", "clock.trust=always", "--set", more);
  }

  /** Scans until so many answers were given, does its worst meanwhile, heals and compares. */
  public Result run(int scans) {
    kiosks.forEach(kiosk -> kiosk.feeder().pause(false));
    awaitFirstAnswers();
    List<Milestone> milestones = milestones(scans);
    int answers = 0;
    while (answers < scans) {
      if (!milestones.isEmpty() && answers >= milestones.get(0).atAnswers()) {
        milestones.remove(0).deed().run();
      } else {
        worst();
      }
      pause(random.nextLong(PAUSE_MIN_MS, PAUSE_MAX_MS));
      answers = answers();
    }
    milestones.forEach(milestone -> milestone.deed().run());
    kiosks.forEach(kiosk -> kiosk.feeder().pause(true));
    heal();
    List<String> faults = new ArrayList<>();
    if (!drained(kiosks)) {
      faults.add("kiosks still have events that the hub does not have");
    }
    return verify(faults);
  }

  /** A kiosk must have met its hub once in peace, or it does not know what it is. */
  private void awaitFirstAnswers() {
    await(
        () -> kiosks.stream().noneMatch(kiosk -> kiosk.answered().isEmpty()),
        "a kiosk has not answered one card; see its log");
  }

  private static void await(BooleanSupplier reached, String otherwise) {
    long deadline = System.nanoTime() + Grounds.START.toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(otherwise);
      }
      pause(POLL_MS);
    }
  }

  private record Milestone(int atAnswers, Runnable deed) {}

  private List<Milestone> milestones(int scans) {
    TorturedKiosk first = kiosks.get(0);
    TorturedKiosk second = kiosks.get(1);
    List<Milestone> milestones = new ArrayList<>();
    milestones.add(new Milestone(scans / 20, () -> copyOutbox(first)));
    milestones.add(new Milestone(scans * ROLLBACK_AT_PERCENT / 100, () -> rollBack(first)));
    milestones.add(new Milestone(scans * COPY_AT_PERCENT / 100, this::copyHub));
    milestones.add(new Milestone(scans * COPY_AT_PERCENT / 100, () -> copyOutbox(second)));
    milestones.add(new Milestone(scans * DAMAGE_AT_PERCENT / 100, this::damageOutbox));
    milestones.add(new Milestone(scans * FULL_AT_PERCENT / 100, this::fillDisk));
    milestones.add(new Milestone(scans * RESTORE_AT_PERCENT / 100, this::restoreHub));
    milestones.add(new Milestone(scans * SALVAGE_AT_PERCENT / 100, this::salvageOutbox));
    milestones.add(new Milestone(scans * FREE_AT_PERCENT / 100, this::freeDisk));
    milestones.add(new Milestone(scans * SECOND_ROLLBACK_AT_PERCENT / 100, () -> rollBack(second)));
    return milestones;
  }

  private void did(String deed) {
    deeds.merge(deed, 1, Integer::sum);
  }

  private void worst() {
    TorturedKiosk kiosk = kiosks.get(random.nextInt(kiosks.size()));
    switch (random.nextInt(8)) {
      case 0, 1 -> {
        did("kiosk killed");
        kiosk.kill();
        kiosk.start();
      }
      case 2 -> {
        did("hub killed");
        hub.killAndStart();
      }
      case 3 -> {
        if (brokers.isEmpty()) {
          breakNetwork(kiosk.proxy());
        }
        brokers.forEach(broker -> did("broker killed"));
        brokers.forEach(TorturedBroker::killAndStart);
      }
      case 4 -> {
        did("connection cut");
        kiosk.proxy().cut();
      }
      case 5 -> {
        hubProxies.forEach(this::breakNetwork);
        breakNetwork(kiosk.proxy());
      }
      default -> breakNetwork(kiosk.proxy());
    }
  }

  /** Another mode for this network, and peace for one of the others. */
  private void breakNetwork(FaultProxy proxy) {
    FaultMode[] modes = FaultMode.values();
    FaultMode mode = modes[random.nextInt(modes.length)];
    did("network " + mode);
    proxy.mode(mode);
    kiosks.get(random.nextInt(kiosks.size())).proxy().mode(FaultMode.PASS);
    hubProxies.forEach(other -> other.mode(other == proxy ? mode : FaultMode.PASS));
  }

  private void copyOutbox(TorturedKiosk kiosk) {
    did("outbox copied");
    kiosk.kill();
    kiosk.copyAside();
    kiosk.start();
  }

  private void rollBack(TorturedKiosk kiosk) {
    kiosk.feeder().pause(true);
    heal();
    pause(PAUSE_MAX_MS);
    if (kiosk.hasCopy() && drained(List.of(kiosk))) {
      did("outbox rolled back");
      kiosk.kill();
      if (drained(List.of(kiosk))) {
        kiosk.putBack();
      }
      kiosk.start();
    }
    kiosk.feeder().pause(false);
  }

  /** With events in it that the hub does not have. */
  private void damageOutbox() {
    TorturedKiosk kiosk = kiosks.get(DAMAGED);
    kiosk.proxy().mode(FaultMode.REFUSE);
    kiosk.proxy().cut();
    pause(PAUSE_MAX_MS);
    kiosk.kill();
    kiosk.damage();
    kiosk.start();
    // Killed before it looked at the file, it would leave nothing that could be salvaged.
    await(() -> !kiosk.setAside().isEmpty(), "a damaged outbox was not set aside");
    did("outbox damaged");
  }

  private void salvageOutbox() {
    TorturedKiosk kiosk = kiosks.get(DAMAGED);
    kiosk.kill();
    kiosk.setAside().forEach(file -> did("outbox salvaged"));
    kiosk.salvage();
    kiosk.start();
  }

  private void fillDisk() {
    small.ifPresent(
        disk -> {
          did("disk filled");
          disk.fill();
        });
  }

  private void freeDisk() {
    small.ifPresent(Ramdisk::free);
  }

  private void copyHub() {
    did("hub copied");
    hub.copyAside();
  }

  private void restoreHub() {
    did("hub restored");
    hub.putBack();
  }

  private void heal() {
    kiosks.forEach(kiosk -> kiosk.proxy().mode(FaultMode.PASS));
    hubProxies.forEach(proxy -> proxy.mode(FaultMode.PASS));
  }

  private int answers() {
    return kiosks.stream().mapToInt(kiosk -> kiosk.answered().size()).sum();
  }

  /** Waits until the hub has everything that these kiosks answered; false if it takes too long. */
  private boolean drained(List<TorturedKiosk> some) {
    long deadline = System.nanoTime() + DRAIN_MS * 1_000_000;
    while (System.nanoTime() < deadline) {
      Set<String> missing = new HashSet<>();
      some.forEach(kiosk -> missing.addAll(kiosk.answered()));
      missing.removeAll(hub.committed());
      if (missing.isEmpty()) {
        return true;
      }
      pause(POLL_MS);
    }
    return false;
  }

  private Result verify(List<String> faults) {
    kiosks.forEach(TorturedKiosk::close);
    hub.stop();
    int answers = answers();
    Set<String> events = new HashSet<>();
    kiosks.forEach(kiosk -> events.addAll(kiosk.answered()));
    String data = grounds.hubData().toString();
    Path exported = grounds.root().resolve("ledger.jsonl");
    grounds.hubCommand(
        "export", List.of("export", "ledger", "--data", data, "--out", exported.toString()));
    faults.addAll(Exported.read(exported).faults(events));
    LedgerFile before = LedgerFile.read(hub.database());
    faults.addAll(before.faults());
    before.gaps().forEach(gap -> faults.add("a device lost something: " + gap));
    grounds.hubCommand("rebuild", List.of("rebuild", "--data", data));
    faults.addAll(before.differences(LedgerFile.read(hub.database())));
    return new Result(answers, events.size(), before.tallied(), deeds, faults);
  }

  private static void pause(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  @Override
  public void close() {
    kiosks.forEach(TorturedKiosk::close);
    hub.stop();
    brokers.forEach(TorturedBroker::stop);
    hubProxies.forEach(FaultProxy::close);
    small.ifPresent(Ramdisk::close);
  }
}
