package io.jinlin.e2e.simulation;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.edge.outbox.OutboxLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * One run from one seed: some minutes in which everything goes wrong, then a quiet time, then the
 * count. The same seed always does the same.
 */
public final class Simulation {
  /** How long things go wrong, in virtual milliseconds. */
  public static final long TROUBLE_MS = 4 * 60_000;

  /** How long the network then has to bring everything in, in virtual milliseconds. */
  public static final long QUIET_MS = 2 * 60_000;

  private static final int VISIT_EVERY_MS = 6_000;
  private static final int RUSH_PEOPLE = 40;
  private static final int RUSH_EVERY_MS = 400;
  private static final int FAULT_EVERY_MS = 8_000;
  private static final int LONGEST_OUTAGE_MS = 60_000;
  private static final int LONGEST_NEGLECT_MS = 90_000;
  private static final long YEARS_MS = 60L * 365 * 86_400_000;

  private final World world;
  private final Random random;
  private final Estate estate;
  private final SimHub hub;
  private final List<SimDevice> devices = new ArrayList<>();
  private final Map<Trouble, Integer> troubles = new EnumMap<>(Trouble.class);

  /** What goes wrong. */
  public enum Trouble {
    RUSH,
    KIOSK_KILLED,
    KIOSK_WITHOUT_POWER,
    CARD_COPIED,
    CARD_ROLLED_BACK,
    CARD_DAMAGED,
    CLOCK_STEPPED,
    KIOSK_CUT_OFF,
    CONNECTION_SEVERED,
    HUB_KILLED,
    HUB_BACKED_UP,
    HUB_RESTORED,
    HUB_COPIED,
    HUB_ROLLED_BACK,
    CARD_REVOKED,
    CARD_ISSUED,
    PAGES_CHANGED,
    STAFF_COUNTED,
    STAFF_VOIDED
  }

  /**
   * What came out.
   *
   * @param answered events that somebody was answered for
   * @param died of those, events whose only disk was replaced
   * @param givenUp rows that outboxes at their limit no longer have
   * @param refused people who were not served because an outbox was full
   * @param troubles what went wrong, and how often
   * @param faults broken promises in words
   */
  public record Result(
      long seed,
      int answered,
      int died,
      int givenUp,
      int refused,
      Map<Trouble, Integer> troubles,
      List<String> faults) {}

  private Simulation(long seed, Path folder) {
    random = new Random(seed);
    VirtualTime time = new VirtualTime();
    SimNetwork network = new SimNetwork(time, new Random(random.nextLong()));
    Community community = new Community(new Random(random.nextLong()));
    world = new World(time, random, network, new Witness(), community);
    estate = new Estate(random.nextBoolean());
    hub = new SimHub(folder.resolve("hub"), estate, world);
    Estate.DEVICES.forEach(
        device -> devices.add(new SimDevice(device, limits(), folder.resolve(device.id()), world)));
  }

  /** Every other outbox has hardly any room. */
  private OutboxLimits limits() {
    return random.nextBoolean() ? OutboxLimits.DEFAULT : new OutboxLimits(OutboxLimits.MIN_BYTES);
  }

  /** Runs a seed in an empty folder. */
  public static Result run(long seed, Path folder) {
    Simulation simulation = new Simulation(seed, folder);
    try {
      simulation.trouble();
      simulation.quiet();
      List<String> faults = new ArrayList<>();
      simulation.devices.forEach(device -> faults.addAll(device.faults()));
      faults.addAll(simulation.hub.faults(simulation.devices));
      return simulation.result(seed, faults);
    } finally {
      simulation.devices.forEach(SimDevice::close);
      simulation.hub.crash();
    }
  }

  private Result result(long seed, List<String> faults) {
    Witness witness = world.witness();
    int givenUp = devices.stream().mapToInt(SimDevice::givenUp).sum();
    return new Result(
        seed, witness.count(), witness.deaths(), givenUp, witness.refusals(), troubles, faults);
  }

  private void trouble() {
    visits();
    troubles();
    world.time().runUntil(TROUBLE_MS);
  }

  private void quiet() {
    world.network().heal();
    hub.recover();
    devices.forEach(this::salvage);
    world.time().runUntil(TROUBLE_MS + QUIET_MS);
  }

  private void visits() {
    if (world.time().now() < TROUBLE_MS) {
      int people = 1 + random.nextInt(3);
      for (int i = 0; i < people; i++) {
        visit(device());
      }
      world.time().after(random.nextInt(VISIT_EVERY_MS), this::visits);
    }
  }

  /** More than a small outbox holds, if its hub is away. */
  private void rush(SimDevice device, int people) {
    if (people > 0 && world.time().now() < TROUBLE_MS) {
      visit(device);
      world.time().after(random.nextInt(RUSH_EVERY_MS), () -> rush(device, people - 1));
    }
  }

  private void visit(SimDevice device) {
    if (device.name().equals(Estate.ROOM_KIOSK)) {
      device.walk();
    }
    if (random.nextInt(Community.CARDS) == 0) {
      device.help();
    } else {
      device.scan(random.nextInt(Community.CARDS));
    }
  }

  private SimDevice device() {
    return devices.get(random.nextInt(devices.size()));
  }

  private void troubles() {
    if (world.time().now() < TROUBLE_MS) {
      Trouble[] all = Trouble.values();
      Trouble trouble = all[random.nextInt(all.length)];
      troubles.merge(trouble, 1, Integer::sum);
      make(trouble, device());
      world.time().after(random.nextInt(FAULT_EVERY_MS), this::troubles);
    }
  }

  private void make(Trouble trouble, SimDevice device) {
    int card = random.nextInt(Community.CARDS);
    switch (trouble) {
      case RUSH -> rush(device, RUSH_PEOPLE);
      case KIOSK_KILLED -> device.crash(false);
      case KIOSK_WITHOUT_POWER -> device.crash(true);
      case CARD_COPIED -> device.image();
      case CARD_ROLLED_BACK -> gone(device.rollBack());
      case CARD_DAMAGED -> damage(device);
      case CLOCK_STEPPED -> device.stepClock(random.nextLong(-YEARS_MS, YEARS_MS));
      case KIOSK_CUT_OFF -> cutOff(device);
      case CONNECTION_SEVERED -> world.network().sever(device.name());
      case HUB_KILLED -> hubOutage();
      case HUB_BACKED_UP -> hub.backUp();
      case HUB_RESTORED -> forgotten(hub.restore());
      case HUB_COPIED -> hub.image();
      case HUB_ROLLED_BACK -> forgotten(hub.rollBack());
      case CARD_REVOKED -> hub.revoke(card);
      case CARD_ISSUED -> hub.issue(world.community().stranger());
      case PAGES_CHANGED -> change(card);
      case STAFF_COUNTED -> hub.append(new Fact.HandCount("room", random.nextInt(200), "staff"));
      case STAFF_VOIDED -> takeBack();
    }
  }

  private void gone(Set<EventId> only) {
    Set<EventId> died = new HashSet<>(only);
    died.removeAll(hub.ledger());
    world.witness().died(died);
  }

  private void forgotten(Set<EventId> only) {
    Set<EventId> died = new HashSet<>(only);
    for (SimDevice device : devices) {
      Set<EventId> held = device.held();
      died.removeAll(held);
      held.retainAll(only);
      if (!device.roomy()) {
        world.witness().mayBeGivenUp(held);
      }
    }
    world.witness().died(died);
  }

  private void damage(SimDevice device) {
    device.damage(random.nextBoolean());
    world.time().after(random.nextInt(LONGEST_NEGLECT_MS), () -> salvage(device));
  }

  private void salvage(SimDevice device) {
    gone(device.salvage());
  }

  private void cutOff(SimDevice device) {
    world.network().cutOff(device.name());
    world
        .time()
        .after(random.nextInt(LONGEST_OUTAGE_MS), () -> world.network().joinAgain(device.name()));
  }

  private void hubOutage() {
    hub.crash();
    world.time().after(random.nextInt(LONGEST_OUTAGE_MS), hub::start);
  }

  private void change(int card) {
    boolean held = random.nextBoolean();
    switch (random.nextInt(3)) {
      case 0 -> hub.write(pages -> Estate.rename(pages, "食堂" + card));
      case 1 -> hub.write(pages -> estate.reschedule(pages, "extra-" + card % 5, held));
      default -> hub.enrol(card);
    }
  }

  private void takeBack() {
    Optional<EventId> event = world.witness().any(random);
    event.ifPresent(id -> hub.append(new Fact.Voiding("canteen", id, "by mistake", "staff")));
  }
}
