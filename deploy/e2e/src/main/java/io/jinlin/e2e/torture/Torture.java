package io.jinlin.e2e.torture;

import io.jinlin.e2e.check.LedgerFile;
import io.jinlin.e2e.proxy.FaultMode;
import io.jinlin.e2e.proxy.FaultProxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The kill test. Kiosks answer cards while they, the hub and the broker are killed, the network
 * fails in every way, outboxes are rolled back to earlier copies and the hub's database is replaced
 * by an older one; then the network heals, and every answered event must be in the ledger once.
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
  private static final String HUB_PASSWORD = "torture-hub-password";

  /** What must happen at least once, in this order, at these parts of the scans. */
  private static final int ROLLBACK_AT_PERCENT = 30;

  private static final int COPY_AT_PERCENT = 40;
  private static final int RESTORE_AT_PERCENT = 60;
  private static final int SECOND_ROLLBACK_AT_PERCENT = 80;

  private final Random random;
  private final Grounds grounds;
  private final TorturedHub hub;
  private final List<TorturedBroker> brokers = new ArrayList<>();
  private final List<FaultProxy> hubProxies = new ArrayList<>();
  private final List<TorturedKiosk> kiosks = new ArrayList<>();
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
    kiosks.forEach(TorturedKiosk::start);
    kiosks.forEach(TorturedKiosk::awaitReady);
  }

  private TorturedHub embedded(int port) {
    return new TorturedHub(
        grounds, List.of("http.port=0", "clock.trust=always", "mqtt.port=" + port));
  }

  private TorturedHub withBroker(int port) {
    Map<String, String> passwords = new TreeMap<>();
    DEVICES.forEach(device -> passwords.put(device, grounds.password(device)));
    passwords.put("hub", HUB_PASSWORD);
    TorturedBroker broker = new TorturedBroker(grounds, port, passwords);
    brokers.add(broker);
    broker.start();
    FaultProxy proxy = FaultProxy.open(port);
    hubProxies.add(proxy);
    return new TorturedHub(
        grounds,
        List.of(
            "http.port=0",
            "clock.trust=always",
            "mqtt.transport=broker",
            "broker.port=" + proxy.port(),
            "broker.password=" + HUB_PASSWORD));
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
    kiosks.forEach(kiosk -> kiosk.feeder().pause(true));
    milestones.forEach(milestone -> milestone.deed().run());
    heal();
    List<String> faults = new ArrayList<>();
    if (!drained(kiosks)) {
      faults.add("kiosks still have events that the hub does not have");
    }
    return verify(faults);
  }

  /** A kiosk must have met its hub once in peace, or it does not know what it is. */
  private void awaitFirstAnswers() {
    long deadline = System.nanoTime() + Grounds.START.toNanos();
    while (kiosks.stream().anyMatch(kiosk -> kiosk.answered().isEmpty())) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("a kiosk has not answered one card; see its log");
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
    milestones.add(new Milestone(scans * RESTORE_AT_PERCENT / 100, this::restoreHub));
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
  }
}
