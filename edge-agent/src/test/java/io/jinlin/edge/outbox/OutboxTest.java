package io.jinlin.edge.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  @TempDir Path folder;

  @Test
  void rowsAreNumberedFromOneWithoutAGapAndSurviveAReopening() {
    OutboxBench bench = new OutboxBench(folder, 1);
    List<EventId> ids;
    try (Outbox outbox = bench.open()) {
      ids = bench.fill(outbox, 0, 250);
      assertThat(ids).extracting(EventId::seq).startsWith(1L, 2L, 3L).endsWith(250L);
    }
    try (Outbox outbox = bench.open()) {
      assertThat(OutboxBench.rows(outbox)).containsExactlyElementsOf(ids);
      assertThat(outbox.unsent()).isEqualTo(250);
    }
  }

  @Test
  void factsThatBelongTogetherAreStoredTogether() {
    OutboxBench bench = new OutboxBench(folder, 1);
    try (Outbox outbox = bench.open()) {
      Appended appended =
          outbox.append(bench.clock().read(), List.of(bench.scan(1), bench.scan(2)));
      assertThat(appended).isInstanceOf(Appended.Stored.class);
      assertThat(((Appended.Stored) appended).ids())
          .extracting(EventId::seq)
          .containsExactly(1L, 2L);
    }
  }

  @Test
  void everyOpeningBeginsANewEpochSoACopyPutBackReusesNoNumber() throws Exception {
    OutboxBench bench = new OutboxBench(folder, 1);
    List<EventId> all = new ArrayList<>();
    try (Outbox outbox = bench.open()) {
      all.addAll(bench.fill(outbox, 0, 10));
    }
    byte[] copy = Files.readAllBytes(bench.file);
    try (Outbox outbox = bench.open()) {
      all.addAll(bench.fill(outbox, 10, 20));
    }
    Files.write(bench.file, copy);
    try (Outbox outbox = bench.open()) {
      all.addAll(bench.fill(outbox, 20, 30));
      assertThat(outbox.epochs()).hasSize(2);
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void aBatchIsBoundedInEventsAndBytesAndFitsAMessage() {
    OutboxBench bench = new OutboxBench(folder, 1);
    try (Outbox outbox = bench.open()) {
      bench.fill(outbox, 0, 150);
      String epoch = outbox.epochs().get(0).epoch();
      Outgoing first = outbox.batch(epoch, 0, 1_000).orElseThrow();
      assertThat(first.lines()).hasSize(Limits.MAX_BATCH_EVENTS);
      assertThat(first.lines().stream().mapToInt(line -> line.length + 1).sum())
          .isLessThan(Limits.MAX_MESSAGE_BYTES);
      assertThat(EventCodec.decode(first.lines().get(0)).toOptional().orElseThrow().fact())
          .isEqualTo(bench.scan(0));
      assertThat(outbox.batch(epoch, 140, 1_000).orElseThrow().last()).isEqualTo(150);
      assertThat(outbox.batch(epoch, 150, 1_000)).isEmpty();
      assertThat(outbox.batch("another", 0, 1)).isEmpty();
    }
  }

  @Test
  void aLongNoteOnTheWireDoesNotOverflowTheMessage() {
    OutboxBench bench = new OutboxBench(folder, 1);
    try (Outbox outbox = bench.open()) {
      Fact fact = new Fact.HandCount("p".repeat(40), 1, "字".repeat(Fact.MAX_NOTE_LENGTH));
      for (int i = 0; i < 400; i++) {
        outbox.append(bench.clock().read(), List.of(fact));
      }
      Outgoing batch = outbox.batch(outbox.epochs().get(0).epoch(), 0, 100).orElseThrow();
      assertThat(batch.lines().stream().mapToInt(line -> line.length + 1).sum())
          .isLessThan(Limits.MAX_MESSAGE_BYTES);
    }
  }

  @Test
  void positionsRiseAndOnlyAnAbsoluteOneLowersThem() {
    OutboxBench bench = new OutboxBench(folder, 1);
    try (Outbox outbox = bench.open()) {
      bench.fill(outbox, 0, 10);
      String epoch = outbox.epochs().get(0).epoch();
      assertThat(outbox.position(epoch, 7, 0, false)).isTrue();
      assertThat(outbox.position(epoch, 5, 0, false)).isFalse();
      assertThat(outbox.unsent()).isEqualTo(3);
      assertThat(outbox.position(epoch, 2, 0, true)).isTrue();
      assertThat(outbox.unsent()).isEqualTo(8);
    }
    try (Outbox outbox = bench.open()) {
      assertThat(outbox.unsent()).as("positions outlive the process").isEqualTo(8);
    }
  }

  @Test
  void aPositionAboveWhatTheCurrentEpochHasIsIgnored() {
    OutboxBench bench = new OutboxBench(folder, 1);
    try (Outbox outbox = bench.open()) {
      bench.fill(outbox, 0, 10);
      String epoch = outbox.epochs().get(0).epoch();
      assertThat(outbox.position(epoch, 11, 0, false)).isFalse();
      assertThat(outbox.position(epoch, 11, 0, true)).isFalse();
      assertThat(outbox.unsent()).isEqualTo(10);
    }
  }

  @Test
  void aHubThatIsAheadOfARolledBackEpochHasAllThatIsLeftOfIt() {
    OutboxBench bench = new OutboxBench(folder, 1);
    try (Outbox outbox = bench.open()) {
      bench.fill(outbox, 0, 10);
    }
    try (Outbox outbox = bench.open()) {
      String epoch = outbox.epochs().get(0).epoch();
      assertThat(outbox.position(epoch, 90, 0, true)).isTrue();
      assertThat(outbox.unsent()).isZero();
    }
  }

  @Test
  void aSecondOpeningIsRefusedWithAReason() {
    OutboxBench bench = new OutboxBench(folder, 1);
    try (Outbox outbox = bench.open()) {
      assertThatThrownBy(bench::open)
          .isInstanceOf(OutboxInUseException.class)
          .hasMessageContaining("in use by another edge agent or kiosk");
      assertThat(bench.fill(outbox, 0, 1)).hasSize(1);
    }
  }

  @Test
  void theOffsetOfABootIsKnownAgainAfterARestartInThatBoot() {
    OutboxBench bench = new OutboxBench(folder, 1);
    try (Outbox outbox = bench.open()) {
      bench.fill(outbox, 0, 1);
      bench.clock().learn(5_000);
      outbox.tidy();
    }
    try (Outbox outbox = bench.open()) {
      assertThat(bench.clock().offsetMillis()).hasValue(5_000);
      assertThat(outbox.batch(outbox.epochs().get(0).epoch(), 0, 1).orElseThrow().offsetMillis())
          .hasValue(5_000);
    }
    bench.machine.reboot("boot-2");
    try (Outbox outbox = bench.open()) {
      assertThat(bench.clock().offsetMillis()).isEmpty();
      assertThat(outbox.unsent()).isEqualTo(1);
    }
  }

  @Test
  void anOpeningThatStoresNothingLeavesNoEpochBehind() {
    OutboxBench bench = new OutboxBench(folder, 1);
    for (int i = 0; i < 5; i++) {
      bench.open().close();
    }
    try (Outbox outbox = bench.open()) {
      assertThat(outbox.epochs()).isEmpty();
    }
  }
}
