package io.jinlin.edge.uplink;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** What one link has told and nobody has looked at yet; bounded, so a flood ends the connection. */
final class Inbox implements LinkEvents {
  /** Most events waiting. */
  static final int CAPACITY = 1_000;

  private final LinkedBlockingQueue<Told> told = new LinkedBlockingQueue<>(CAPACITY);
  private final AtomicBoolean overflown = new AtomicBoolean();
  private final Runnable wake;

  Inbox(Runnable wake) {
    this.wake = wake;
  }

  /** One event. */
  sealed interface Told {
    record Connected() implements Told {}

    record Received(String topic, byte[] payload) implements Told {}

    record Lost(String reason) implements Told {}
  }

  @Override
  public void connected() {
    put(new Told.Connected());
  }

  @Override
  public void received(String topic, byte[] payload) {
    put(new Told.Received(topic, payload));
  }

  @Override
  public void lost(String reason) {
    put(new Told.Lost(reason));
  }

  private void put(Told event) {
    if (!told.offer(event)) {
      overflown.set(true);
    }
    wake.run();
  }

  /** The next event; the loss of the connection after a flood. */
  Optional<Told> poll() {
    return overflown.get()
        ? Optional.of(new Told.Lost("more messages than can be read"))
        : Optional.ofNullable(told.poll());
  }
}
