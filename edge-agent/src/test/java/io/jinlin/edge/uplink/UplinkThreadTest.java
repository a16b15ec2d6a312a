package io.jinlin.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.edge.clock.ClockTrust;
import io.jinlin.edge.clock.OffsetClock;
import io.jinlin.edge.clock.SystemClock;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UplinkThreadTest {
  @TempDir Path folder;
  private final OffsetClock clock = new OffsetClock(new SystemClock(), ClockTrust.ALWAYS);
  private final AtomicInteger faults = new AtomicInteger();
  private UplinkBench bench;

  @BeforeEach
  void open() {
    bench = new UplinkBench(folder);
  }

  @AfterEach
  void close() {
    bench.outbox.close();
  }

  /** The hub's links, after some that nobody foresaw. */
  private Link link() {
    if (faults.getAndDecrement() > 0) {
      throw new IllegalStateException("nobody foresaw this");
    }
    return bench.hub.create();
  }

  private UplinkThread start() {
    Uplink uplink =
        new Uplink(
            new Identity("site", "kiosk-1", "test"),
            bench.outbox,
            bench,
            bench,
            new Surroundings(clock, bench.random, this::link));
    return UplinkThread.start(uplink, clock);
  }

  private void store(int number) {
    Fact fact = new Fact.Departure("hall", new CardRef(1, number), Input.LINE);
    bench.outbox.append(clock.read(), List.of(fact));
  }

  private static boolean runs() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("uplink"));
  }

  @Test
  void itSleepsUntilItIsWokenAndThenSendsAtOnce() {
    try (UplinkThread thread = start()) {
      await().until(() -> bench.connected.contains(true));
      for (int i = 1; i <= 20; i++) {
        int sent = i;
        store(i);
        thread.wake();
        await().atMost(2, TimeUnit.SECONDS).until(() -> bench.outbox.unsent() == 0);
        assertThat(bench.hub.positions.values()).containsExactly((long) sent);
      }
    }
  }

  @Test
  void aFaultThatNobodyForesawDoesNotEndIt() {
    faults.set(2);
    store(1);
    try (UplinkThread running = start()) {
      await().atMost(20, TimeUnit.SECONDS).until(() -> bench.outbox.unsent() == 0);
      assertThat(running).isNotNull();
      assertThat(faults.get()).isNegative();
    }
  }

  @Test
  void closingEndsTheThreadAndTheConnection() {
    UplinkThread thread = start();
    await().until(() -> bench.connected.contains(true));
    assertThat(runs()).isTrue();
    thread.close();
    assertThat(runs()).isFalse();
    assertThat(bench.hub.open).isZero();
  }
}
