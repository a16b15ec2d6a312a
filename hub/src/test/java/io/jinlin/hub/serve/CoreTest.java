package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.Batch;
import io.jinlin.contract.wire.EpochRange;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.ledger.Delivery;
import io.jinlin.hub.ledger.Receipt;
import io.jinlin.hub.programme.Programme;
import io.jinlin.hub.store.DataFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A hub on its files: backups, damage, and what comes back. */
class CoreTest extends CoreFixture {
  private static Receipt deliver(Core core, long first, int count) throws Exception {
    Fact passage = new Fact.Passage("hall", "door-1", Fact.Passage.Direction.IN, 1);
    byte[] line = EventCodec.encode(new Event(System.currentTimeMillis(), 1, passage));
    Batch.Header header =
        new Batch.Header("n", "e1", first, count, 0, "boot", OptionalLong.empty(), Version.NONE);
    List<byte[]> lines = Stream.generate(() -> line).limit(count).toList();
    CompletableFuture<Receipt> answer = new CompletableFuture<>();
    long now = System.currentTimeMillis();
    core.ledger()
        .submit(new Delivery("door-hall", new Batch(header, lines), now, answer::complete));
    return answer.get(20, TimeUnit.SECONDS);
  }

  private static void count(Core core, int people) throws Exception {
    core.ledger().append(new Fact.HandCount("hall", people, "director")).get(20, TimeUnit.SECONDS);
  }

  private static Ack.Position position(Core core) throws Exception {
    CompletableFuture<Ack.Position> answer = new CompletableFuture<>();
    List<EpochRange> held = List.of(new EpochRange("e1", 1, 1));
    core.ledger().positions("door-hall", held, found -> answer.complete(found.get(0)));
    return answer.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aSecondHubOnTheSameFolderIsToldSo() throws Exception {
    try (Core core = start()) {
      assertThat(core.mqttPort()).isPresent();
      assertThatThrownBy(this::start)
          .isInstanceOf(DataFolder.InUseException.class)
          .hasMessageContaining("another hub");
    }
  }

  @Test
  void aBackupTellsDevicesHowFarItGoes() throws Exception {
    try (Core core = start()) {
      deliver(core, 1, 5);
      assertThat(position(core)).isEqualTo(new Ack.Position("e1", 5, 0));
      backUp(core);
      deliver(core, 6, 2);
      assertThat(position(core)).isEqualTo(new Ack.Position("e1", 7, 5));
    }
  }

  @Test
  void theProgrammesStoreIsCopiedSealedAndOldCopiesGo() throws Exception {
    Path store = folder.resolve(Programme.FILE);
    InstantSource clock = InstantSource.system();
    try (Core core = start();
        Programme programme = Programme.open(store, clock, new SecureRandom())) {
      programme.create("browser", "officer", "officer passphrase 1");
      Backups backups = new Backups(config.backup().folder(), 1);
      backups.make(core.database(), 1_000);
      backups.make(core.database(), 2_000);
    }
    Path copy = config.backup().folder().resolve("programme-2000.db");
    assertThat(config.backup().folder().resolve("programme-1000.db")).doesNotExist();
    try (Programme restored = Programme.open(copy, clock, new SecureRandom())) {
      assertThat(restored.unlock("other", "officer", "officer passphrase 1"))
          .isEqualTo(Programme.Unlock.OPENED);
    }
  }

  @Test
  void aRestoredHubHasItsOwnEventsAndAsksDevicesForTheirs() throws Exception {
    Path backup;
    try (Core core = start()) {
      deliver(core, 1, 5);
      backup = backUp(core);
      deliver(core, 6, 2);
      count(core, 12);
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      assertThat(position(core).seq()).isEqualTo(5);
      assertThat(number(core, "SELECT count(*) FROM event WHERE device = 'hub'")).isEqualTo(1);
      assertThat(deliver(core, 6, 2).position().seq()).isEqualTo(7);
    }
    assertThat(names()).anyMatch(name -> name.startsWith("hub.db.replaced-"));
  }

  @Test
  void aDamagedFileIsSetAsideAndTheNewestBackupStandsIn() throws Exception {
    try (Core core = start()) {
      deliver(core, 1, 100);
      backUp(core);
      count(core, 12);
    }
    try (RandomAccessFile file = new RandomAccessFile(HubFiles.database(config).toFile(), "rw")) {
      byte[] noise = new byte[4_096];
      new SecureRandom().nextBytes(noise);
      for (long at = 4_096; at + 4_096 < file.length(); at += 8_192) {
        file.seek(at);
        file.write(noise);
      }
    }
    try (Core core = start()) {
      assertThat(position(core).seq()).isEqualTo(100);
      assertThat(number(core, "SELECT count(*) FROM event WHERE device = 'hub'")).isEqualTo(1);
    }
    assertThat(names()).anyMatch(name -> name.startsWith("hub.db.damaged-"));
  }

  @Test
  void aTruncatedFileWithoutBackupStartsEmptyAndKeepsWhatOnlyTheHubKnows() throws Exception {
    try (Core core = start()) {
      deliver(core, 1, 100);
      count(core, 12);
    }
    try (RandomAccessFile file = new RandomAccessFile(HubFiles.database(config).toFile(), "rw")) {
      file.setLength(10_000);
    }
    try (Core core = start()) {
      assertThat(position(core).seq()).isZero();
      assertThat(number(core, "SELECT count(*) FROM event WHERE device = 'hub'")).isEqualTo(1);
      assertThat(deliver(core, 1, 100).position().seq()).isEqualTo(100);
    }
    assertThat(names()).anyMatch(name -> name.startsWith("hub.db.damaged-"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
