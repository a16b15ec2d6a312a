package io.jinlin.hub.devices;

import io.jinlin.contract.wire.Health;
import io.jinlin.contract.wire.Limits;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * When each device was heard, and how it is. In memory: every device says it anew within a
 * heartbeat. Safe from any thread.
 */
public final class Devices {
  /** Names that no device may have: the hub's own in the ledger and at a broker. */
  public static final Set<String> RESERVED = Set.of("hub");

  /** Most devices that are remembered. */
  static final int MAX_DEVICES = 1_000;

  private static final class Known {
    private long lastSeenMillis;
    private long unsent;
    private boolean clockTrusted;
    private String software = "";
    private List<String> said = List.of();
    private final Set<String> held = new LinkedHashSet<>();
  }

  private final InstantSource clock;
  private final Map<String, Known> known = new HashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> cutters = new CopyOnWriteArrayList<>();
  private final List<BiConsumer<String, String>> noters = new CopyOnWriteArrayList<>();
  private volatile Set<String> denied = Set.of();

  /** Nobody was heard yet. */
  public Devices(InstantSource clock) {
    this.clock = clock;
  }

  /** Told when a device came, went by its own word, or changed its problems; must be quick. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Told of each device that is let in no more from now on; must be quick. */
  public void onDenied(Consumer<String> cutter) {
    cutters.add(cutter);
  }

  /** Whether a device is let in no more: what it sends is not heard, and it is told nothing. */
  public boolean denied(String device) {
    return denied.contains(device);
  }

  /** Says which devices are let in no more. */
  public void deny(Set<String> now) {
    Set<String> before = denied;
    denied = Set.copyOf(now);
    for (String device : now) {
      if (!before.contains(device)) {
        forget(device);
        cutters.forEach(cutter -> cutter.accept(device));
      }
    }
    if (!now.equals(before)) {
      changed();
    }
  }

  private synchronized void forget(String device) {
    known.remove(device);
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  /** Something came from a device. */
  public void heard(String device) {
    boolean came;
    synchronized (this) {
      Known one = of(device);
      came = clock.millis() - one.lastSeenMillis > Limits.ONLINE_MS;
      one.lastSeenMillis = clock.millis();
    }
    if (came) {
      changed();
    }
  }

  /** What a device says of itself. */
  public void health(String device, Health health) {
    synchronized (this) {
      Known one = of(device);
      one.unsent = health.unsent();
      one.clockTrusted = health.clockTrusted();
      one.software = health.software();
      one.said = health.problems();
    }
    changed();
  }

  /**
   * What the hub holds against a device, until {@link #forgive}.
   *
   * @param problem an identifier, for example {@code wrong-topic}, {@code rejected-events}
   * @return whether it is new, and so worth a line in the log
   */
  public boolean holdAgainst(String device, String problem) {
    boolean added;
    synchronized (this) {
      added = of(device).held.add(problem);
    }
    if (added) {
      noters.forEach(noter -> noter.accept(device, problem));
      changed();
    }
    return added;
  }

  /** Told of each new thing that is held against a device; must be quick. */
  public void onHeld(BiConsumer<String, String> noter) {
    noters.add(noter);
  }

  /** Nothing is held against a device any more. */
  public void forgive(String device) {
    synchronized (this) {
      of(device).held.clear();
    }
    changed();
  }

  private Known of(String device) {
    Known one = known.get(device);
    if (one == null) {
      if (known.size() >= MAX_DEVICES) {
        known.clear();
      }
      one = new Known();
      known.put(device, one);
    }
    return one;
  }

  /** How a device is. */
  public synchronized DeviceStatus status(String device) {
    Known one = known.getOrDefault(device, new Known());
    List<String> problems = new ArrayList<>(one.said);
    problems.addAll(one.held);
    List<String> held = List.copyOf(one.held);
    boolean online =
        one.lastSeenMillis > 0 && clock.millis() - one.lastSeenMillis <= Limits.ONLINE_MS;
    return new DeviceStatus(
        device,
        online,
        one.lastSeenMillis,
        one.unsent,
        one.clockTrusted,
        one.software,
        problems,
        held);
  }
}
