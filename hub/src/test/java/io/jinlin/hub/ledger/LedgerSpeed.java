package io.jinlin.hub.ledger;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Not a test: what an event costs the reading thread and the writing thread. */
final class LedgerSpeed {
  private static final int BATCHES = 4_000;

  private LedgerSpeed() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("jinlin-speed");
    Subjects known = ref -> OptionalLong.of(ref.low());
    try (LedgerFixture hub = new LedgerFixture(folder, known, "start")) {
      for (int round = 0; round < 4; round++) {
        round(hub, round);
      }
    }
  }

  private static void round(LedgerFixture hub, int round) throws Exception {
    long before = written();
    long decoding = 0;
    long committing = 0;
    for (int b = 0; b < BATCHES; b++) {
      byte[][] lines = new byte[100][];
      for (int i = 0; i < 100; i++) {
        int event = b * 100 + i;
        lines[i] = line(round * 100 + event / 14_000, event % 14_000);
      }
      String epoch = "e" + round + "-" + b % 4;
      long start = cpuNanos();
      hub.ledger.submit(
          new Delivery(
              "kiosk-" + b % 4,
              LedgerFixture.batch(epoch, 1 + (b / 4) * 100L, lines),
              hub.now,
              receipt -> {}));
      long decoded = cpuNanos();
      if (b % 40 == 39 || b == BATCHES - 1) {
        hub.ledger.commitNow();
        hub.recorded.clear();
      }
      decoding += decoded - start;
      committing += cpuNanos() - decoded;
    }
    double events = BATCHES * 100;
    System.out.printf(
        "CPU an event: decode %.2f us, store and count %.2f us; %.0f bytes written an event%n",
        decoding / events / 1e3, committing / events / 1e3, (written() - before) / events);
  }

  private static byte[] line(int day, int person) {
    Occasion lunch =
        new Occasion(Occasion.Kind.MEAL, "lunch", LedgerFixture.LUNCH.date().plusDays(day));
    Fact.Scan scan =
        new Fact.Scan(
            "canteen",
            LedgerFixture.card(person),
            Outcome.ACCEPTED,
            Optional.of(lunch),
            Optional.of(Way.DINE_IN),
            0,
            Input.CAMERA);
    return LedgerFixture.line(LedgerFixture.NOON, scan);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long written() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/io")).stream()
        .filter(line -> line.startsWith("write_bytes"))
        .mapToLong(line -> Long.parseLong(line.substring("write_bytes: ".length())))
        .findFirst()
        .orElse(0);
  }
}
