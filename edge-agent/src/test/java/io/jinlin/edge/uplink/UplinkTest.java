package io.jinlin.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UplinkTest {
  @TempDir Path folder;
  private UplinkBench bench;

  @BeforeEach
  void open() {
    bench = new UplinkBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whatWasStoredBeforeAndAfterConnectingArrivesOnceEach() {
    List<EventId> ids = new ArrayList<>(bench.scan(250));
    bench.run(100);
    ids.addAll(bench.scan(30));
    bench.run(100);
    assertThat(bench.hub.ledger).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(bench.outbox.unsent()).isZero();
    assertThat(bench.hub.links).isEqualTo(1);
  }

  @Test
  void olderEpochsGoFirst() {
    List<EventId> ids = new ArrayList<>(bench.scan(5));
    bench.restart();
    ids.addAll(bench.scan(5));
    bench.run(100);
    assertThat(bench.hub.batches)
        .extracting(batch -> batch.header().epoch())
        .containsExactly(ids.get(0).epoch(), ids.get(5).epoch());
    assertThat(bench.hub.ledger).hasSize(10);
  }

  @Test
  void noMoreThanTheBoundIsOnItsWayBeyondTheLastAck() {
    bench.hub.answersEvents = false;
    bench.scan(2_000);
    bench.run(1_000);
    assertThat(bench.hub.batches).hasSize(Limits.MAX_BATCHES_UNACKNOWLEDGED);
  }

  @Test
  void aHubRestoredFromAnOlderBackupGetsAgainWhatItForgot() {
    List<EventId> ids = bench.scan(300);
    bench.run(100);
    bench.hub.ledger.removeIf(id -> id.seq() > 120);
    bench.hub.positions.put(ids.get(0).epoch(), 120L);
    bench.hub.cut();
    bench.run(2_000);
    assertThat(bench.hub.ledger).containsExactlyElementsOf(ids);
    assertThat(bench.outbox.unsent()).isZero();
  }

  @Test
  void aHubThatLostEverythingAlsoGetsTheEpochsItHadAcknowledgedCompletely() {
    List<EventId> ids = new ArrayList<>(bench.scan(20));
    bench.run(100);
    bench.restart();
    ids.addAll(bench.scan(20));
    bench.run(100);
    bench.hub.ledger.clear();
    bench.hub.positions.clear();
    bench.hub.cut();
    bench.run(2_000);
    assertThat(bench.hub.ledger).containsExactlyInAnyOrderElementsOf(ids);
  }

  /** Through a broker the connection outlives the hub: nothing but its answer tells of another. */
  @Test
  void aHubRestoredBehindABrokerAlsoGetsTheEpochsItHadAcknowledgedCompletely() {
    List<EventId> ids = new ArrayList<>(bench.scan(20));
    bench.run(100);
    bench.restart();
    ids.addAll(bench.scan(20));
    bench.run(100);
    bench.hub.ledger.clear();
    bench.hub.positions.clear();
    bench.hub.nonce = "of-a-hub-that-is-gone";
    ids.addAll(bench.scan(1));
    bench.run(2_000);
    assertThat(bench.hub.ledger).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(bench.hub.links).as("on one connection").isEqualTo(2);
  }

  @Test
  void moreEpochsThanAHelloNamesAllGetTheirTurn() {
    List<EventId> ids = new ArrayList<>();
    for (int i = 0; i < Limits.MAX_EPOCHS + 30; i++) {
      bench.restart();
      ids.addAll(bench.scan(1));
    }
    bench.run(60_000);
    assertThat(bench.hub.ledger).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(bench.hub.hellos.get(0).epochs()).hasSize(Limits.MAX_EPOCHS);
  }

  @Test
  void withoutProgressHelloIsSaidAgainAndThenANewClientIsMade() {
    bench.hub.takesEvents = false;
    bench.hub.answersEvents = false;
    bench.scan(10);
    bench.runWithHeartbeats(Limits.PROGRESS_TIMEOUT_MS - 2_000);
    assertThat(bench.hub.hellos).hasSize(1);
    bench.runWithHeartbeats(5_000);
    assertThat(bench.hub.hellos).hasSize(2);
    assertThat(bench.hub.links).isEqualTo(1);
    bench.runWithHeartbeats(Limits.PROGRESS_TIMEOUT_MS + 2_000);
    assertThat(bench.hub.links).isEqualTo(2);
    bench.hub.takesEvents = true;
    bench.hub.answersEvents = true;
    bench.runWithHeartbeats(Limits.PROGRESS_TIMEOUT_MS + 3_000);
    assertThat(bench.hub.ledger).hasSize(10);
    assertThat(bench.hub.open).as("the old link was closed").isEqualTo(1);
  }

  @Test
  void aLostBatchIsSentAgainSoonAfterTheHubNamesItsOldPosition() {
    bench.run(100);
    bench.hub.takesEvents = false;
    bench.hub.answersEvents = false;
    List<EventId> ids = new ArrayList<>(bench.scan(5));
    bench.run(100);
    bench.hub.takesEvents = true;
    bench.hub.answersEvents = true;
    ids.addAll(bench.scan(5));
    bench.run(100);
    assertThat(bench.hub.ledger).as("does not follow on position 0").isEmpty();
    bench.run(Sender.AGAIN_MS);
    assertThat(bench.hub.ledger).containsExactlyElementsOf(ids);
    assertThat(bench.hub.links).isEqualTo(1);
  }

  @Test
  void aHubThatDoesNotKnowTheNonceIsGreetedAgain() {
    bench.run(2_000);
    bench.hub.nonce = "another";
    bench.scan(3);
    bench.run(3_000);
    assertThat(bench.hub.hellos).hasSize(2);
    assertThat(bench.hub.ledger).hasSize(3);
  }

  @Test
  void afterARefusedHeaderOneEventGoesAtATimeUntilSomethingMoves() {
    bench.hub.refuseBatches = 1;
    bench.scan(10);
    bench.run(10_000);
    assertThat(bench.hub.batches.get(0).header().count()).isEqualTo(10);
    assertThat(bench.hub.batches.get(1).header().count()).isEqualTo(1);
    assertThat(bench.hub.ledger).hasSize(10);
  }

  @Test
  void aLateAckLowersNothingAndAnotherNonceIsIgnored() {
    List<EventId> ids = bench.scan(10);
    bench.run(100);
    String epoch = ids.get(0).epoch();
    bench.hub.ack(Ack.Answer.PROGRESS, List.of(new Ack.Position(epoch, 3, 0)), 0);
    bench.hub.ack(Ack.Answer.HELLO, List.of(new Ack.Position(epoch, 4, 0)), 0);
    bench.hub.ack("other", Ack.Answer.HELLO, List.of(new Ack.Position(epoch, 5, 0)), 0);
    bench.run(100);
    assertThat(bench.outbox.unsent()).isZero();
    bench.hub.takesEvents = false;
    bench.scan(2);
    bench.hub.ack(Ack.Answer.PROGRESS, List.of(new Ack.Position(epoch, 99, 0)), 0);
    bench.run(100);
    assertThat(bench.outbox.unsent()).as("an ack above what there is").isEqualTo(2);
  }
}
