package io.jinlin.edge.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.edge.roster.Replica;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A neighbour at the kiosk, and meals that staff took back. */
class ProxyTest {
  @TempDir Path folder;
  private AgentBench bench;

  @BeforeEach
  void prepare() {
    bench = new AgentBench(folder);
    bench.learn(Service.CANTEEN, 8);
  }

  private static Verdict scan(EdgeAgent agent, int card) {
    return agent.present(AgentBench.card(card).text(), Input.LINE);
  }

  private static Verdict.Proxy.Step step(Verdict verdict) {
    return ((Verdict.Proxy) verdict).step();
  }

  @Test
  void aNeighbourCollectsForOthersUpToTheCapAndTheNextCardIsAnOrdinaryOne() {
    try (EdgeAgent agent = bench.open()) {
      assertThat(step(agent.beginProxy())).isEqualTo(Verdict.Proxy.Step.OWN_CARD);
      assertThat(step(scan(agent, 0))).isEqualTo(Verdict.Proxy.Step.OTHER_CARD);
      assertThat(step(scan(agent, 0))).isEqualTo(Verdict.Proxy.Step.SAME_CARD);
      assertThat(scan(agent, 1))
          .isInstanceOfSatisfying(
              Verdict.During.class,
              one -> {
                assertThat(one.answer()).isInstanceOf(Verdict.Collected.class);
                assertThat(one.next().taken()).isEqualTo(1);
              });
      assertThat(scan(agent, 1))
          .isInstanceOfSatisfying(
              Verdict.During.class,
              again -> assertThat(again.answer()).isInstanceOf(Verdict.Already.class));
      assertThat(scan(agent, 2))
          .isInstanceOfSatisfying(
              Verdict.Collected.class, one -> assertThat(one.taken()).isEqualTo(one.cap()));
      assertThat(scan(agent, 3)).isInstanceOf(Verdict.Accepted.class);
    }
  }

  @Test
  void theCapHoldsAfterARestart() {
    try (EdgeAgent agent = bench.open()) {
      agent.beginProxy();
      scan(agent, 0);
      scan(agent, 1);
      scan(agent, 2);
    }
    try (EdgeAgent agent = bench.open()) {
      agent.beginProxy();
      assertThat(step(scan(agent, 0))).isEqualTo(Verdict.Proxy.Step.FULL);
      assertThat(scan(agent, 3)).isInstanceOf(Verdict.Accepted.class);
    }
  }

  @Test
  void afterTwentySecondsWithoutACardTheNextOneIsAnOrdinaryOne() {
    try (EdgeAgent agent = bench.open()) {
      agent.beginProxy();
      scan(agent, 0);
      bench.machine.advance(ProxyDesk.PATIENCE_MS + 1);
      assertThat(scan(agent, 1)).isInstanceOf(Verdict.Accepted.class);
      agent.beginProxy();
      agent.endProxy();
      assertThat(scan(agent, 2)).isInstanceOf(Verdict.Accepted.class);
    }
  }

  @Test
  void aMealCollectedByProxyIsNotSaidAgainToTheCardAlone() {
    try (EdgeAgent agent = bench.open()) {
      agent.beginProxy();
      scan(agent, 0);
      scan(agent, 1);
      agent.endProxy();
      assertThat(scan(agent, 1)).isInstanceOf(Verdict.Already.class);
    }
  }

  @Test
  void aMealThatStaffTookBackIsServedAgainByTheSameKiosk() {
    try (EdgeAgent agent = bench.open()) {
      assertThat(scan(agent, 1)).isInstanceOf(Verdict.Accepted.class);
      bench.machine.advance(90_000);
      assertThat(scan(agent, 1)).isInstanceOf(Verdict.Already.class);
    }
    long until = bench.machine.wallMillis();
    learnClaims(
        new Item.Release(1, AgentBench.card(1).keys(AgentBench.SITE).ref(), lunch(), until));
    bench.machine.advance(1_000);
    try (EdgeAgent agent = bench.open()) {
      assertThat(scan(agent, 1)).isInstanceOf(Verdict.Accepted.class);
      bench.machine.advance(90_000);
      assertThat(scan(agent, 1)).isInstanceOf(Verdict.Already.class);
    }
  }

  private Occasion lunch() {
    return new Occasion(Occasion.Kind.MEAL, "lunch", LocalDate.of(2026, 11, 24));
  }

  private void learnClaims(Item... items) {
    try (Replica replica = Replica.open(bench.config.replicaFile(), 0)) {
      Version upTo = new Version("claims", items.length);
      replica.apply(
          new Page(
              PageKind.CLAIMS,
              Version.NONE,
              true,
              upTo,
              upTo,
              Stream.of(items).map(ItemCodec::encode).toList()));
    }
  }

  @Test
  void releasesOfADayAreSweptWithIt() {
    learnClaims(new Item.Release(1, AgentBench.card(1).keys(AgentBench.SITE).ref(), lunch(), 5));
    try (Replica replica = Replica.open(bench.config.replicaFile(), 0)) {
      Version from = replica.have(PageKind.CLAIMS);
      Version next = new Version("later", 0);
      replica.apply(new Page(PageKind.CLAIMS, from, true, next, next, List.of()));
      assertThat(replica.releases(AgentBench.card(1).keys(AgentBench.SITE).ref())).isEmpty();
    }
  }
}
