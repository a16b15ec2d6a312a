package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.Batch;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.ledger.Delivery;
import io.jinlin.hub.ledger.Receipt;
import io.jinlin.hub.ledger.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A real file system without space; needs the right to mount one. */
class FullDiskTest extends CoreFixture {
  private static final int BATCH = 100;
  private static final String COUNT = "SELECT count(*) FROM event WHERE device = 'door-hall'";

  private long sent;

  /** The next events of the device, as often as it takes: it sends again what was not stored. */
  private Receipt deliver(Core core) throws Exception {
    Fact passage = new Fact.Passage("hall", "door-1", Fact.Passage.Direction.IN, 1);
    byte[] line = EventCodec.encode(new Event(System.currentTimeMillis(), 1, passage));
    Batch.Header header =
        new Batch.Header("n", "e1", sent + 1, BATCH, 0, "boot", OptionalLong.empty(), Version.NONE);
    List<byte[]> lines = Stream.generate(() -> line).limit(BATCH).toList();
    CompletableFuture<Receipt> answer = new CompletableFuture<>();
    long now = System.currentTimeMillis();
    core.ledger()
        .submit(new Delivery("door-hall", new Batch(header, lines), now, answer::complete));
    Receipt receipt = answer.get(20, TimeUnit.SECONDS);
    if (receipt.kind() == Receipt.Kind.STORED) {
      sent += BATCH;
    }
    return receipt;
  }

  private static void fill(Path ballast) {
    byte[] block = new byte[4_096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space");
    }
  }

  private static boolean run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).inheritIO().start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  @Test
  void nothingThatWasAcknowledgedIsLostAndTheHubSaysSoAndRecovers() throws Exception {
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder.toString()));
    try {
      Path ballast = folder.resolve("ballast");
      try (Core core = start()) {
        deliver(core);
        fill(ballast);
        await().until(() -> deliver(core).kind() == Receipt.Kind.FAILED);
        assertThat(core.ledger().trouble()).isEqualTo(Trouble.DISK_FULL);
        assertThat(number(core, COUNT)).isEqualTo(sent);
        CompletableFuture<?> count =
            core.ledger().append(new Fact.HandCount("hall", 3, "director"));
        assertThatThrownBy(() -> count.get(20, TimeUnit.SECONDS)).isNotNull();
        Backups backups = new Backups(config.backup().folder(), 3);
        assertThatThrownBy(() -> backups.make(core.database(), 1)).isNotNull();
        assertThat(config.backup().folder()).isEmptyDirectory();

        Files.delete(ballast);
        await().until(() -> deliver(core).kind() == Receipt.Kind.STORED);
        assertThat(core.ledger().trouble()).isEqualTo(Trouble.NONE);
        assertThat(number(core, COUNT)).isEqualTo(sent);
      }
      try (Core core = start()) {
        assertThat(number(core, COUNT)).isEqualTo(sent);
      }
    } finally {
      run("umount", "-l", folder.toString());
    }
  }
}
