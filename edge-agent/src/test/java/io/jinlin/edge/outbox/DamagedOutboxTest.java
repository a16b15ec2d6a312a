package io.jinlin.edge.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.EventId;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedOutboxTest {
  private static final int ROWS = 600;

  @TempDir Path folder;

  @Test
  void aFileOfNoiseIsSetAsideAndNeverDeleted() throws Exception {
    OutboxBench bench = new OutboxBench(folder, 1);
    byte[] noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    Files.write(bench.file, noise);
    try (Outbox outbox = bench.open()) {
      assertThat(outbox.problems()).containsExactly("outbox-set-aside");
      assertThat(bench.fill(outbox, 0, 5)).hasSize(5);
      assertThat(Files.readAllBytes(aside())).isEqualTo(noise);
    }
    try (Outbox outbox = bench.open()) {
      assertThat(outbox.problems()).as("until somebody looks").containsExactly("outbox-set-aside");
      assertThat(outbox.unsent()).isEqualTo(5);
    }
  }

  @Test
  void aHeaderThatWasOverwrittenCostsNothingButTheRowsOfItsPage() throws Exception {
    OutboxBench bench = new OutboxBench(folder, 1);
    List<EventId> ids = filledAndClosed(bench);
    scribble(bench.file, 0, 200);
    assertSalvaged(bench, ids, ROWS);
  }

  @Test
  void aTruncatedFileGivesBackThePagesThatAreLeft() throws Exception {
    OutboxBench bench = new OutboxBench(folder, 1);
    List<EventId> ids = filledAndClosed(bench);
    try (RandomAccessFile file = new RandomAccessFile(bench.file.toFile(), "rw")) {
      file.setLength(file.length() * 2 / 3 + 100);
    }
    assertSalvaged(bench, ids, ROWS / 3);
  }

  @Test
  void pagesInTheMiddleThatWereOverwrittenCostOnlyTheirOwnRows() throws Exception {
    OutboxBench bench = new OutboxBench(folder, 1);
    List<EventId> ids = filledAndClosed(bench);
    scribble(bench.file, 10 * 4_096, 3 * 4_096);
    assertSalvaged(bench, ids, ROWS - 4 * 20);
  }

  @Test
  void rowsThatOnlyStandInTheWriteAheadLogAreSalvagedToo() throws Exception {
    OutboxBench bench = new OutboxBench(folder, 1);
    bench.fillAndClose(200);
    Outbox open = bench.open();
    List<EventId> ids = bench.fill(open, 0, 50);
    Path crashed = Files.createDirectory(folder.resolve("crashed"));
    Files.copy(bench.file, crashed.resolve("outbox.db"));
    Files.copy(Path.of(bench.file + "-wal"), crashed.resolve("outbox.db-wal"));
    open.close();
    OutboxBench after = new OutboxBench(crashed, 2);
    scribble(after.file, 0, (int) Files.size(after.file));
    assertSalvaged(after, ids, 50);
  }

  @Test
  void salvagingTwiceAddsNothing() throws Exception {
    OutboxBench bench = new OutboxBench(folder, 1);
    filledAndClosed(bench);
    Path copy = Files.copy(bench.file, folder.resolve("copy"));
    try (Outbox outbox = bench.open()) {
      assertThat(Salvage.salvage(copy, outbox).added()).isZero();
      assertThat(OutboxBench.rows(outbox)).hasSize(ROWS).doesNotHaveDuplicates();
    }
  }

  @Test
  void severalDamagedFilesGoIntoOneOutboxWhichThenHasAllOfTheirRows() throws Exception {
    OutboxBench bench = new OutboxBench(folder, 1);
    List<EventId> ids = new ArrayList<>(filledAndClosed(bench));
    Path half = Files.copy(bench.file, folder.resolve("half"));
    ids.addAll(filledAndClosed(bench));
    Path whole = Files.copy(bench.file, folder.resolve("whole"));
    Files.delete(bench.file);
    try (Outbox outbox = bench.open()) {
      ids.addAll(bench.fill(outbox, 0, 5));
      assertThat(Salvage.salvage(half, outbox).added()).isEqualTo(ROWS);
      assertThat(Salvage.salvage(whole, outbox).added()).isEqualTo(ROWS);
      assertThat(outbox.unsent()).isEqualTo(2 * ROWS + 5);
      // The hub gives epochs of one boot one offset; these two may be of any two boots.
      assertThat(ids.stream().map(EventId::epoch).distinct().limit(2))
          .extracting(epoch -> outbox.batch(epoch, 0, 1).orElseThrow().boot())
          .doesNotHaveDuplicates();
      ids.addAll(bench.fill(outbox, 5, 10));
      assertThat(OutboxBench.rows(outbox)).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  private static List<EventId> filledAndClosed(OutboxBench bench) {
    return bench.fillAndClose(ROWS);
  }

  private static void assertSalvaged(OutboxBench bench, List<EventId> ids, int atLeast)
      throws Exception {
    Path folder = bench.file.getParent();
    try (Outbox outbox = bench.open()) {
      assertThat(outbox.problems()).containsExactly("outbox-set-aside");
      bench.fill(outbox, 0, 3);
      Salvage.Result result = Salvage.salvage(aside(folder), outbox);
      assertThat(result.added()).isGreaterThanOrEqualTo(atLeast);
      assertThat(result.file()).exists();
      assertThat(outbox.problems()).as("cleared by salvaging").isEmpty();
    }
    try (Outbox outbox = bench.open()) {
      List<EventId> rows = OutboxBench.rows(outbox);
      assertThat(rows).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(atLeast + 3);
      assertThat(rows.stream().filter(row -> row.epoch().equals(ids.get(0).epoch())))
          .isSubsetOf(ids)
          .hasSizeGreaterThanOrEqualTo(atLeast);
    }
  }

  private static void scribble(Path path, long at, int length) throws Exception {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.seek(at);
      file.write(noise);
    }
  }

  private Path aside() throws Exception {
    return aside(folder);
  }

  private static Path aside(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> path.getFileName().toString().matches("outbox\\.db\\.damaged-\\d+"))
          .findFirst()
          .orElseThrow();
    }
  }
}
