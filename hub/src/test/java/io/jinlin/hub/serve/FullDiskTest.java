package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.Batch;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.ledger.Delivery;
import io.jinlin.hub.ledger.Receipt;
import io.jinlin.hub.store.Rows;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub on a real file system without space; needs the right to mount one. */
class FullDiskTest {
  private static final int BATCH = 100;

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();

  @BeforeEach
  void mount() throws Exception {
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder.toString()));
  }

  @AfterEach
  void unmount() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    run("umount", folder.toString());
  }

  @Test
  void whatWasAcknowledgedIsKeptWhatIsNotIsRefusedAndSpaceIsFoundAgain() throws Exception {
    Path ballast = folder.resolve("ballast");
    try (Core core = Core.start(config(), vertx, InstantSource.system(), new SecureRandom())) {
      assertThat(deliver(core, 1).kind()).isEqualTo(Receipt.Kind.STORED);
      fill(ballast);
      long next = 1 + BATCH;
      while (deliver(core, next).kind() == Receipt.Kind.STORED) {
        next += BATCH;
      }
      assertThat(core.ledger().isRefused()).isTrue();
      assertThat(events(core)).isEqualTo(next - 1);
      assertThatThrownBy(() -> count(core)).isNotNull();

      Files.delete(ballast);
      assertThat(deliver(core, next).kind()).isEqualTo(Receipt.Kind.STORED);
      assertThat(core.ledger().isRefused()).isFalse();
      assertThat(events(core)).isEqualTo(next - 1 + BATCH);
      count(core);
    }
  }

  private HubConfig config() {
    List<String> sets =
        List.of("data=" + folder, "mqtt.port=0", "http.port=0", "backup.every_hours=0");
    return HubConfig.read(ConfigReader.load(List.of(), sets));
  }

  private static long events(Core core) {
    return core.database()
        .read(db -> Rows.number(db, "SELECT count(*) FROM event WHERE device = 'door-hall'"));
  }

  private static void count(Core core) throws Exception {
    core.ledger().append(new Fact.HandCount("hall", 3, "director")).get(20, TimeUnit.SECONDS);
  }

  private static Receipt deliver(Core core, long first) throws Exception {
    long now = System.currentTimeMillis();
    Fact passage = new Fact.Passage("hall", "door-1", Fact.Passage.Direction.IN, 1);
    byte[] line = EventCodec.encode(new Event(now, 1, passage));
    Batch.Header header =
        new Batch.Header("n", "e1", first, BATCH, 0, "boot", OptionalLong.empty(), Version.NONE);
    List<byte[]> lines = Stream.generate(() -> line).limit(BATCH).toList();
    CompletableFuture<Receipt> answer = new CompletableFuture<>();
    Batch batch = new Batch(header, lines);
    core.ledger().submit(new Delivery("door-hall", batch, now, answer::complete));
    return answer.get(20, TimeUnit.SECONDS);
  }

  private static void fill(Path ballast) {
    try (OutputStream out = Files.newOutputStream(ballast)) {
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
