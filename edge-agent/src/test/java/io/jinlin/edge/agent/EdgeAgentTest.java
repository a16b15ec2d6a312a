package io.jinlin.edge.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardRefusal;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.page.Service;
import io.jinlin.edge.clock.ClockTrust;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.edge.outbox.OutboxLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeAgentTest {
  @TempDir Path folder;
  private AgentBench bench;

  @BeforeEach
  void prepare() {
    bench = new AgentBench(folder);
  }

  private static Answer scan(EdgeAgent agent, int card) {
    return agent.answer(AgentBench.card(card).text(), Input.LINE);
  }

  @Test
  void aMealIsAcceptedOnceAndThenAlreadyHadEvenAfterARestart() {
    bench.learn(Service.CANTEEN, 5);
    try (EdgeAgent agent = bench.open()) {
      Answer first = scan(agent, 1);
      assertThat(first.verdict()).isInstanceOf(Verdict.Accepted.class);
      assertThat(first.event()).isPresent();
    }
    bench.machine.advance(120_000);
    try (EdgeAgent agent = bench.open()) {
      Answer second = scan(agent, 1);
      assertThat(second.verdict())
          .isInstanceOfSatisfying(
              Verdict.Already.class,
              already -> assertThat(already.first()).isEqualTo(LocalTime.of(11, 42)));
      assertThat(agent.status().unsent()).isEqualTo(2);
    }
  }

  @Test
  void aCrashBetweenCommitAndScreenGivesTheSameAnswerAgainAndNoNewEvent() throws Exception {
    bench.learn(Service.CANTEEN, 5);
    Verdict first;
    Path crashed = Files.createDirectory(folder.resolve("crashed"));
    try (EdgeAgent agent = bench.open()) {
      first = scan(agent, 1).verdict();
      for (String file : new String[] {"outbox.db", "outbox.db-wal", "replica.db"}) {
        if (Files.exists(folder.resolve(file))) {
          Files.copy(folder.resolve(file), crashed.resolve(file));
        }
      }
    }
    AgentBench after = new AgentBench(crashed);
    after.machine.advance(20_000);
    try (EdgeAgent agent = after.open()) {
      Answer again = scan(agent, 1);
      assertThat(again.verdict()).isEqualTo(first);
      assertThat(again.event()).isEmpty();
      assertThat(agent.status().unsent()).isEqualTo(1);
    }
  }

  @Test
  void ticketsGoOnAfterARestartAndAreNeverGivenTwice() {
    bench.learn(Service.CLINIC, 40);
    Set<Integer> numbers = new HashSet<>();
    for (int card = 0; card < 6; card++) {
      try (EdgeAgent agent = bench.open()) {
        assertThat(scan(agent, card).verdict()).isInstanceOf(Verdict.Choose.class);
        assertThat(agent.choose("pharmacy"))
            .isInstanceOfSatisfying(
                Verdict.Ticket.class, ticket -> assertThat(numbers.add(ticket.number())).isTrue());
      }
    }
    assertThat(numbers).hasSize(6);
  }

  @Test
  void aChoiceThatComesTooLateGoesToAPerson() {
    bench.learn(Service.CLINIC, 1);
    try (EdgeAgent agent = bench.open()) {
      assertThat(scan(agent, 0).verdict()).isInstanceOf(Verdict.Choose.class);
      bench.machine.advance(Counter.CHOICE_MS + 1);
      assertThat(agent.choose("pharmacy")).isEqualTo(new Verdict.SeeStaff());
      assertThat(agent.choose("pharmacy")).isEqualTo(new Verdict.SeeStaff());
    }
  }

  @Test
  void withoutSettingsThereIsNothingToDecide() {
    try (EdgeAgent agent = bench.open()) {
      assertThat(scan(agent, 1).verdict())
          .isEqualTo(new Verdict.OutOfService(Verdict.Reason.NOT_SET_UP));
      assertThat(agent.status().where()).isEmpty();
    }
  }

  @Test
  void anyTextHasAnAnswerAndAMegabyteOfItTakesNoTime() {
    bench.learn(Service.CANTEEN, 1);
    try (EdgeAgent agent = bench.open()) {
      assertThat(agent.present("", Input.KEYBOARD))
          .isEqualTo(new Verdict.NotACard(CardRefusal.EMPTY));
      StringBuilder noise = new StringBuilder();
      new Random(1).ints(1_000_000, 32, 60_000).forEach(c -> noise.append((char) c));
      assertThat(agent.present(noise.toString(), Input.BROWSER))
          .isEqualTo(new Verdict.NotACard(CardRefusal.TOO_LONG));
      assertThat(agent.status().unsent()).isZero();
    }
  }

  @Test
  void aClockOf1970StoresTheScanWithoutAnOccasion() {
    bench.learn(Service.CANTEEN, 1);
    bench.trust = ClockTrust.AUTO;
    bench.machine.setWall(0);
    try (EdgeAgent agent = bench.open()) {
      Answer answer = scan(agent, 0);
      assertThat(answer.verdict()).isInstanceOf(Verdict.Untimed.class);
      assertThat(answer.event()).isPresent();
      assertThat(agent.status().clockTrusted()).isFalse();
    }
  }

  @Test
  void aFullOutboxPutsTheKioskOutOfServiceAndHelpCanStillBeAskedFor() {
    AgentBench small = new AgentBench(folder, new OutboxLimits(OutboxLimits.MIN_BYTES));
    small.learn(Service.HALL, 0);
    try (EdgeAgent agent = small.open()) {
      Verdict verdict = scan(agent, 0).verdict();
      for (int card = 1; verdict instanceof Verdict.Accepted; card++) {
        verdict = scan(agent, card).verdict();
      }
      assertThat(verdict).isEqualTo(new Verdict.OutOfService(Verdict.Reason.OUTBOX_FULL));
      assertThat(agent.status().problems()).contains("outbox-full");
      String call = agent.callHelp();
      assertThat(agent.status().help()).isEqualTo(AgentStatus.Help.CALLING);
      agent.endHelp(call);
      assertThat(agent.status().help()).isEqualTo(AgentStatus.Help.NONE);
    }
  }

  @Test
  void aProblemThatAPartReportsIsShownUntilItIsOver() {
    try (EdgeAgent agent = bench.open()) {
      agent.problem("camera-lost", true);
      assertThat(agent.status().problems()).containsExactly("camera-lost");
      agent.problem("camera-lost", false);
      assertThat(agent.status().problems()).isEmpty();
    }
  }
}
