package io.jinlin.e2e.simulation;

import io.jinlin.contract.wire.Topics;
import io.jinlin.edge.uplink.Link;
import io.jinlin.edge.uplink.LinkEvents;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The network and a broker: messages are late, sometimes doubled, sometimes dropped although they
 * were accepted, sometimes overtaken; connections break, are refused, or are accepted and then
 * never answered; devices are cut off for a while.
 */
final class SimNetwork {
  /** Who gets what devices send. */
  interface Receiver {
    void connected(String device);

    void received(Topics topic, byte[] payload);

    void disconnected(String device);
  }

  private static final int USUAL_DELAY_MS = 40;
  private static final int LONG_DELAY_MS = 4_000;

  private final VirtualTime time;
  private final Random random;
  private final Map<String, SimLink> open = new HashMap<>();
  private final Set<String> cutOff = new HashSet<>();
  private boolean perfect;
  private @Nullable Receiver receiver;

  SimNetwork(VirtualTime time, Random random) {
    this.time = time;
    this.random = random;
  }

  /** Who listens now; nobody while the hub is down. All connections are lost. */
  void receiver(@Nullable Receiver newReceiver) {
    // Not Map.copyOf: its order differs from one JVM to the next, and a seed does the same in all.
    for (SimLink link : List.copyOf(open.values())) {
      link.lose("hub stopped");
    }
    receiver = newReceiver;
  }

  /** From now on nothing goes wrong any more. */
  void heal() {
    perfect = true;
    cutOff.clear();
  }

  void cutOff(String device) {
    cutOff.add(device);
  }

  void joinAgain(String device) {
    cutOff.remove(device);
  }

  /** Breaks a device's connection, if it has one. */
  void sever(String device) {
    SimLink link = open.get(device);
    if (link != null) {
      link.lose("severed");
    }
  }

  Link link(String device) {
    return new SimLink(device);
  }

  /** From the hub to a device. */
  void send(Topics topic, byte[] payload) {
    SimLink link = open.get(topic.device());
    if (link != null) {
      carry(topic.device(), () -> link.deliver(topic, payload));
    }
  }

  private void carry(String device, Runnable arrive) {
    if (chance(20) || cutOff.contains(device)) {
      return;
    }
    time.after(delay(), arrive);
    if (chance(30)) {
      time.after(delay(), arrive);
    }
  }

  private long delay() {
    return 1 + random.nextInt(chance(50) ? LONG_DELAY_MS : USUAL_DELAY_MS);
  }

  /** One time in so many, as long as things may go wrong. */
  private boolean chance(int oneIn) {
    return !perfect && random.nextInt(oneIn) == 0;
  }

  private final class SimLink implements Link {
    private final String device;
    private @Nullable LinkEvents events;
    private boolean closed;

    SimLink(String device) {
      this.device = device;
    }

    @Override
    public void connect(LinkEvents newEvents) {
      events = newEvents;
      if (chance(10)) {
        return;
      }
      time.after(delay(), this::established);
    }

    private void established() {
      if (closed) {
        return;
      }
      Receiver hub = receiver;
      if (hub == null || cutOff.contains(device) || chance(10)) {
        lose("refused");
        return;
      }
      SimLink before = open.put(device, this);
      if (before != null) {
        before.lose("another connection of the same device");
        open.put(device, this);
      }
      hub.connected(device);
      tell(LinkEvents::connected);
    }

    @Override
    public void publish(Topics topic, byte[] payload) {
      if (open.get(device) != this) {
        return;
      }
      Receiver hub = receiver;
      carry(
          device,
          () -> {
            if (hub != null && receiver == hub && open.get(device) == this) {
              hub.received(topic, payload);
            }
          });
    }

    void deliver(Topics topic, byte[] payload) {
      if (open.get(device) == this) {
        tell(to -> to.received(topic.text(), payload));
      }
    }

    void lose(String reason) {
      forget();
      tell(to -> to.lost(reason));
      closed = true;
    }

    @Override
    public void close() {
      forget();
      closed = true;
    }

    private void forget() {
      if (open.remove(device, this) && receiver != null) {
        receiver.disconnected(device);
      }
    }

    private void tell(java.util.function.Consumer<LinkEvents> what) {
      LinkEvents to = events;
      if (to != null && !closed) {
        what.accept(to);
      }
    }
  }
}
