package io.jinlin.edge.roster;

import static io.jinlin.edge.roster.Pages.card;
import static io.jinlin.edge.roster.Pages.page;
import static io.jinlin.edge.roster.Pages.roster;
import static io.jinlin.edge.roster.Pages.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaSpeedTest {
  private static final int CARDS = 14_000;
  private static final int PAGE = 50;
  private static final int LOOKS = 3_000;
  private static final long LIMIT_MICROS = 2_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  @Test
  void aCardOfFourteenThousandIsFoundWithinTwoMilliseconds() throws Exception {
    Path file = folder.resolve("replica.db");
    try (Replica replica = Replica.open(file, 0)) {
      long start = System.nanoTime();
      fill(replica);
      long filled = System.nanoTime();
      long[] wall = new long[LOOKS];
      long[] work = new long[LOOKS];
      for (int i = 0; i < LOOKS; i++) {
        CardKeys keys = card(i * 31L % CARDS);
        long before = System.nanoTime();
        long workBefore = THREADS.getCurrentThreadCpuTime();
        assertThat(replica.look(keys)).isInstanceOf(RosterAnswer.Known.class);
        work[i] = (THREADS.getCurrentThreadCpuTime() - workBefore) / 1_000;
        wall[i] = (System.nanoTime() - before) / 1_000;
      }
      Arrays.sort(wall);
      Arrays.sort(work);
      System.out.printf(
          "replica: %d cards in %d ms, %d KiB; look p50 %d us, p99 %d us, p99 of work %d us%n",
          CARDS,
          (filled - start) / 1_000_000,
          Files.size(file) / 1_024,
          wall[LOOKS / 2],
          wall[LOOKS * 99 / 100],
          work[LOOKS * 99 / 100]);
      // The work, not the wall: a test machine that builds something else at the time makes it
      // wait.
      assertThat(work[LOOKS * 99 / 100]).isLessThan(LIMIT_MICROS);
    }
  }

  private static void fill(Replica replica) {
    Version latest = version("a", CARDS);
    for (int from = 0; from < CARDS; from += PAGE) {
      Item[] items = new Item[PAGE];
      for (int i = 0; i < PAGE; i++) {
        items[i] = roster(from + i + 1, card(from + i), "王*");
      }
      replica.apply(
          page(
              PageKind.ROSTER,
              from == 0 ? Version.NONE : version("a", from),
              from == 0,
              version("a", from + PAGE),
              latest,
              items));
    }
  }
}
