package io.jinlin.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.wire.Ask;
import io.jinlin.contract.wire.Command;
import io.jinlin.contract.wire.CommandCodec;
import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Topics;
import io.jinlin.contract.wire.Version;
import io.jinlin.edge.clock.SettableMachine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UplinkConnectionTest {
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
  void aPeerThatNeverAnswersIsLeftAtTheDeadlineAndTriedAgain() {
    bench.hub.connects = false;
    bench.run(Uplink.CONNECT_TIMEOUT_MS - 1);
    assertThat(bench.hub.links).isEqualTo(1);
    bench.run(Backoff.FIRST_MS + 2);
    assertThat(bench.hub.links).isEqualTo(2);
    assertThat(bench.hub.open).isEqualTo(1);
  }

  @Test
  void aHubThatDoesNotAnswerHelloIsLeftAtTheDeadline() {
    bench.hub.answersHello = false;
    bench.run(Uplink.GREETING_TIMEOUT_MS + Backoff.FIRST_MS + 1);
    assertThat(bench.hub.links).isEqualTo(2);
  }

  @Test
  void pausesBetweenAttemptsGrowAndStayBounded() {
    bench.hub.refuses = true;
    bench.run(10_000);
    int early = bench.hub.links;
    assertThat(early).isBetween(4, 8);
    bench.run(10 * Backoff.LONGEST_MS);
    assertThat(bench.hub.links - early).isBetween(9, 22);
    bench.hub.refuses = false;
    bench.run(Backoff.LONGEST_MS);
    assertThat(bench.connected).contains(true);
  }

  @Test
  void aSilentHubIsLeft() {
    bench.run(100);
    assertThat(bench.connected).containsExactly(true);
    bench.run(Uplink.SILENCE_MS);
    assertThat(bench.connected).startsWith(true, false);
  }

  @Test
  void anIdleConnectionStandsAndTellsItsHealth() {
    bench.run(100);
    bench.runWithHeartbeats(65_000);
    assertThat(bench.hub.links).isEqualTo(1);
    assertThat(bench.hub.hellos).hasSize(1);
    assertThat(bench.hub.healths).hasSizeBetween(6, 8);
  }

  @Test
  void theClockIsSetByASynchronisedHubOnly() {
    bench.machine.setWall(0);
    bench.hub.synchronised = false;
    bench.run(100);
    assertThat(bench.clock.read().trusted()).isFalse();
    bench.hub.synchronised = true;
    bench.hub.wall = SettableMachine.LUNCH;
    bench.hub.cut();
    bench.run(1_000);
    assertThat(bench.clock.read().trusted()).isTrue();
    assertThat(bench.clock.read().wallMillis())
        .isBetween(SettableMachine.LUNCH, SettableMachine.LUNCH + 1_100);
  }

  @Test
  void pagesThatAreNewerAreAskedForUntilNothingIsMissing() {
    Version first = new Version("t1", 1);
    Version second = new Version("t1", 2);
    bench.hub.versions.put(PageKind.ROSTER, second);
    bench.run(100);
    assertThat(bench.hub.asks)
        .containsExactly(new Ask(bench.hub.nonce, PageKind.ROSTER, Version.NONE));
    page(Version.NONE, first, second);
    bench.run(10);
    assertThat(bench.hub.asks)
        .last()
        .isEqualTo(new Ask(bench.hub.nonce, PageKind.ROSTER, first, second));
    page(first, second, second);
    bench.runWithHeartbeats(20_000);
    assertThat(bench.hub.asks).hasSize(2);
    assertThat(bench.have(PageKind.ROSTER)).isEqualTo(second);
  }

  @Test
  void aQuestionWithoutAnAnswerIsAskedAgain() {
    bench.hub.versions.put(PageKind.SETTINGS, new Version("t1", 1));
    bench.run(100);
    bench.runWithHeartbeats(Asker.ANSWER_MS + 1_000);
    assertThat(bench.hub.asks).hasSize(2);
  }

  private void page(Version from, Version upTo, Version latest) {
    bench.hub.send(
        Topics.Kind.PAGE,
        PageCodec.encode(new Page(PageKind.ROSTER, from, false, upTo, latest, List.of())));
  }

  @Test
  void nonsenseFromTheHubIsIgnoredAndCommandsArrive() {
    bench.run(100);
    bench.hub.send(Topics.Kind.ACK, "not json".getBytes(StandardCharsets.UTF_8));
    bench.hub.send(Topics.Kind.HELLO, new byte[0]);
    bench.hub.send(Topics.Kind.PAGE, new byte[70_000]);
    bench.hub.send(Topics.Kind.COMMAND, CommandCodec.encode(new Command.Full(true)));
    bench.run(10);
    assertThat(bench.commands).containsExactly(new Command.Full(true));
    assertThat(bench.hub.links).isEqualTo(1);
  }

  @Test
  void aFloodOfMessagesEndsTheConnectionInsteadOfFillingTheMemory() {
    bench.run(100);
    for (int i = 0; i < Inbox.CAPACITY + 1; i++) {
      bench.hub.heartbeat();
    }
    bench.run(10);
    assertThat(bench.connected).startsWith(true, false);
    bench.run(Backoff.FIRST_MS + 10);
    assertThat(bench.hub.links).isEqualTo(2);
  }

  @Test
  void helloIsSaidAgainNowAndThenToKeepTheClockRight() {
    bench.run(100);
    for (long done = 0; done < Uplink.HELLO_AGAIN_MS; done += Limits.HEARTBEAT_MS) {
      bench.machine.advance(Limits.HEARTBEAT_MS);
      bench.hub.heartbeat();
      bench.step();
    }
    bench.run(100);
    assertThat(bench.hub.hellos).hasSize(2);
    assertThat(bench.hub.links).isEqualTo(1);
  }
}
