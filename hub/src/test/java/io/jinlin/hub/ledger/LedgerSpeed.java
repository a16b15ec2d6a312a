package io.jinlin.hub.ledger;

import io.jinlin.contract.event.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Not a test: how many events a second the ledger commits, decoded and tallied. */
final class LedgerSpeed {
  private static final int BATCHES = 4_000;

  private LedgerSpeed() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("jinlin-speed");
    Subjects known = ref -> OptionalLong.of(ref.low());
    try (LedgerFixture hub = new LedgerFixture(folder, known, "start")) {
      for (int round = 0; round < 4; round++) {
        long before = written();
        long start = System.nanoTime();
        for (int b = 0; b < BATCHES; b++) {
          byte[][] lines = new byte[100][];
          for (int i = 0; i < 100; i++) {
            int person = (b * 100 + i) % 14_000;
            lines[i] =
                LedgerFixture.line(LedgerFixture.NOON, LedgerFixture.meal(person, Way.DINE_IN));
          }
          String epoch = "e" + round + "-" + b % 4;
          hub.ledger.submit(
              new Delivery(
                  "kiosk-" + b % 4,
                  LedgerFixture.batch(epoch, 1 + (b / 4) * 100L, lines),
                  hub.now,
                  receipt -> {}));
          if (b % 40 == 39) {
            hub.ledger.commitNow();
          }
        }
        hub.ledger.commitNow();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
            "%,.0f events/s on one thread, %d bytes written an event%n",
            BATCHES * 100 / seconds, (written() - before) / (BATCHES * 100));
      }
    }
  }

  private static long written() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/io")).stream()
        .filter(line -> line.startsWith("write_bytes"))
        .mapToLong(line -> Long.parseLong(line.substring("write_bytes: ".length())))
        .findFirst()
        .orElse(0);
  }
}
