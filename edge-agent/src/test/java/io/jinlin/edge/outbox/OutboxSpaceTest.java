package io.jinlin.edge.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jinlin.contract.event.EventId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxSpaceTest {
  private static final OutboxLimits SMALL = new OutboxLimits(128 * 1024);

  @TempDir Path folder;

  @Test
  void unsentRowsAreNeverGivenUpAndAFullOutboxSaysSo() {
    OutboxBench bench = new OutboxBench(folder, 1);
    try (Outbox outbox = bench.open(SMALL)) {
      List<EventId> ids = bench.fillFast(outbox, 2_000);
      assertThat(ids).hasSizeBetween(100, 1_999);
      assertThat(bench.append(outbox, 1))
          .isEqualTo(new Appended.Refused(Appended.Reason.OUTBOX_FULL));
      assertThat(outbox.problems()).contains("outbox-full");
      assertThat(OutboxBench.rows(outbox)).containsExactlyElementsOf(ids);

      outbox.position(outbox.epochs().get(0).epoch(), ids.size() / 2, 0, false);
      outbox.tidy();
      assertThat(outbox.problems()).isEmpty();
      assertThat(bench.append(outbox, 1)).isInstanceOf(Appended.Stored.class);
      assertThat(OutboxBench.rows(outbox)).containsAll(ids.subList(ids.size() / 2, ids.size()));
    }
  }

  @Test
  void acknowledgedRowsInsideABackupAreGivenUpBeforeOthersAndOldestFirst() {
    OutboxBench bench = new OutboxBench(folder, 1);
    try (Outbox outbox = bench.open(SMALL)) {
      bench.fillFast(outbox, 100);
    }
    try (Outbox outbox = bench.open(SMALL)) {
      bench.fillFast(outbox, 100);
      String older = outbox.epochs().get(0).epoch();
      String newer = outbox.epochs().get(1).epoch();
      outbox.position(older, 100, 0, false);
      outbox.position(newer, 100, 100, false);
      while (outbox.epochs().get(1).first() == 1) {
        assertThat(bench.fillFast(outbox, 10)).hasSize(10);
      }
      assertThat(outbox.epochs().get(0).epoch()).isEqualTo(older);
      assertThat(outbox.epochs().get(0).first()).isEqualTo(1);
    }
  }

  @Test
  void anEpochOfWhichNothingIsLeftIsForgotten() {
    OutboxBench bench = new OutboxBench(folder, 1);
    try (Outbox outbox = bench.open(SMALL)) {
      bench.fillFast(outbox, 100);
    }
    try (Outbox outbox = bench.open(SMALL)) {
      outbox.position(outbox.epochs().get(0).epoch(), 100, 100, false);
      bench.fillFast(outbox, 2_000);
      assertThat(outbox.epochs()).hasSize(1);
    }
  }

  @Test
  void whatIsNoLongerThereIsAnnouncedAsLost() {
    OutboxBench bench = new OutboxBench(folder, 1);
    try (Outbox outbox = bench.open(SMALL)) {
      int stored = bench.fillFast(outbox, 2_000).size();
      String epoch = outbox.epochs().get(0).epoch();
      outbox.position(epoch, stored, 0, false);
      outbox.tidy();
      outbox.position(epoch, 10, 0, true);
      Outgoing batch = outbox.batch(epoch, 10, 100).orElseThrow();
      assertThat(batch.lost()).isPositive();
      assertThat(batch.first()).isEqualTo(10 + batch.lost() + 1);
    }
  }

  /** A real file system without space; needs the right to mount one. */
  @Test
  void aFullDiskRefusesLosesNothingAndRecovers() throws Exception {
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", folder.toString()));
    OutboxBench bench = new OutboxBench(folder, 1);
    Path ballast = folder.resolve("ballast");
    try (Outbox outbox = bench.open()) {
      List<EventId> stored = new ArrayList<>(bench.fill(outbox, 0, 20));
      fillDisk(ballast);
      stored.addAll(bench.fill(outbox, 20, 200));
      assertThat(stored).hasSizeLessThan(190);
      assertThat(bench.append(outbox, 1))
          .isEqualTo(new Appended.Refused(Appended.Reason.DISK_FULL));
      assertThat(outbox.problems()).contains("disk-full");
      assertThat(OutboxBench.rows(outbox)).containsExactlyElementsOf(stored);

      Files.delete(ballast);
      outbox.tidy();
      assertThat(outbox.problems()).isEmpty();
      List<EventId> later = bench.fill(outbox, 2_000, 2_010);
      assertThat(later).hasSize(10);
      stored.addAll(later);
      assertThat(OutboxBench.rows(outbox)).containsExactlyElementsOf(stored);
    } finally {
      run("umount", folder.toString());
    }
  }

  private static void fillDisk(Path ballast) throws IOException {
    Files.createFile(ballast);
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(new byte[4_096]);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("space");
    }
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
