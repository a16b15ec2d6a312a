package io.jinlin.edge.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.Canteen;
import io.jinlin.contract.page.Service;
import io.jinlin.edge.roster.Plan;
import io.jinlin.edge.roster.RosterAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Neighbours and holders present cards in any order, all day. */
class ProxyPropertyTest {
  private static final int SCANS = 300;
  private static final int CARDS = 25;

  private final Map<CardRef, Map<Occasion, Seen.Answered>> here = new HashMap<>();
  private final Map<CardRef, Map<Occasion, Integer>> collected = new HashMap<>();

  @Property(tries = 100)
  void aMealIsHadOnceWhoeverCollectsItAndNobodyCollectsMoreThanTheCap(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = Canteen.MAX_PROXY_CAP) int cap) {
    here.clear();
    collected.clear();
    Random random = new Random(seed);
    Plan plan =
        new Plan(
            List.of(), List.of(), List.of(new Canteen("canteen", cap, false, List.of())), Set.of());
    for (int i = 0; i < SCANS; i++) {
      String time = String.format("%02d:%02d", 11 + random.nextInt(2), random.nextInt(60));
      Situation usual = Fixture.at(Service.CANTEEN, time);
      Situation now =
          new Situation(
              usual.site(),
              usual.place(),
              usual.device(),
              List.of(),
              usual.wallMillis(),
              true,
              plan);
      scan(now, new CardRef(0, random.nextInt(CARDS)), collector(random), cap);
    }
  }

  private Optional<Collector> collector(Random random) {
    CardRef ref = new CardRef(0, random.nextInt(CARDS));
    return random.nextBoolean()
        ? Optional.of(new Collector(ref, Person.UNKNOWN, collected.getOrDefault(ref, Map.of())))
        : Optional.empty();
  }

  private void scan(Situation now, CardRef ref, Optional<Collector> collector, int cap) {
    RosterAnswer answer = ref.low() % 3 == 0 ? Fixture.UNKNOWN : Fixture.WANG;
    Seen seen = new Seen(here.getOrDefault(ref, Map.of()), Map.of(), Optional.empty(), Map.of());
    Presented card = new Presented(ref, answer, seen, Input.CAMERA, Optional.empty(), collector);
    Decision decision = Decider.decide(now, card);
    if (!(decision.fact().orElse(null) instanceof Fact.Scan scan)) {
      assertThat(decision.verdict())
          .isInstanceOfSatisfying(
              Verdict.Proxy.class,
              full -> assertThat(full.step()).isEqualTo(Verdict.Proxy.Step.FULL));
      return;
    }
    assertThat(scan.collector()).isEqualTo(collector.map(Collector::ref));
    if (scan.outcome() == Outcome.ACCEPTED) {
      accepted(ref, scan, collector, cap);
    }
  }

  private void accepted(CardRef ref, Fact.Scan scan, Optional<Collector> collector, int cap) {
    Occasion meal = scan.occasion().orElseThrow();
    Seen.Answered before =
        here.computeIfAbsent(ref, none -> new HashMap<>()).put(meal, new Seen.Answered(1, 0));
    assertThat(before).as("a meal had twice").isNull();
    assertThat(scan.way()).contains(collector.isPresent() ? Way.BY_PROXY : Way.DINE_IN);
    assertThat(scan.isSighting()).isEqualTo(collector.isEmpty());
    if (collector.isPresent()) {
      Map<Occasion, Integer> taken =
          collected.computeIfAbsent(collector.get().ref(), none -> new HashMap<>());
      assertThat(taken.merge(meal, 1, Integer::sum)).isLessThanOrEqualTo(cap);
    }
  }
}
