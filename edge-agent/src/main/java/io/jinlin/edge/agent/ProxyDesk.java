package io.jinlin.edge.agent;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Occasion;
import io.jinlin.edge.clock.ClockReading;
import io.jinlin.edge.decide.Collector;
import io.jinlin.edge.decide.Decider;
import io.jinlin.edge.decide.Decision;
import io.jinlin.edge.decide.Person;
import io.jinlin.edge.decide.Presented;
import io.jinlin.edge.decide.Situation;
import io.jinlin.edge.decide.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A neighbour at the kiosk who collects for others: first their own card, then the others', until
 * they are done, have all that one may, or present nothing for a while. The caller holds the lock.
 */
final class ProxyDesk {
  /** Without a card for so long the next one is an ordinary one again, in milliseconds. */
  static final long PATIENCE_MS = 20_000;

  private record Neighbour(CardRef ref, Person person) {}

  private Optional<Neighbour> neighbour = Optional.empty();
  private boolean open;
  private long heardMonotonicMillis;

  void begin(ClockReading at) {
    open = true;
    neighbour = Optional.empty();
    heardMonotonicMillis = at.monotonicMillis();
  }

  void end() {
    open = false;
    neighbour = Optional.empty();
  }

  boolean isOpen(ClockReading at) {
    if (open && at.monotonicMillis() - heardMonotonicMillis > PATIENCE_MS) {
      end();
    }
    return open;
  }

  /**
   * Answers a card of the neighbour or of whom they collect for.
   *
   * @param taken how many of each meal the holder of a card has collected so far
   */
  Decision decide(
      Situation here,
      Presented card,
      Function<CardRef, Map<Occasion, Integer>> taken,
      ClockReading at) {
    heardMonotonicMillis = at.monotonicMillis();
    if (neighbour.isEmpty()) {
      Decision decision = Decider.decideCollector(here, card, taken.apply(card.ref()));
      boolean welcome =
          decision.verdict() instanceof Verdict.Proxy asked
              && asked.step() == Verdict.Proxy.Step.OTHER_CARD;
      if (welcome) {
        neighbour = Optional.of(new Neighbour(card.ref(), Decider.holder(here, card)));
      } else {
        end();
      }
      return decision;
    }
    Neighbour one = neighbour.get();
    Collector collector = new Collector(one.ref(), one.person(), taken.apply(one.ref()));
    if (one.ref().equals(card.ref())) {
      return sameCard(Decider.decideCollector(here, card, collector.taken()));
    }
    Presented others =
        new Presented(
            card.ref(),
            card.answer(),
            card.seen(),
            card.input(),
            Optional.empty(),
            Optional.of(collector));
    return goOn(here, collector, Decider.decide(here, others));
  }

  private Decision sameCard(Decision decision) {
    if (decision.verdict() instanceof Verdict.Proxy asked
        && asked.step() == Verdict.Proxy.Step.OTHER_CARD) {
      return new Decision(
          new Verdict.Proxy(
              Verdict.Proxy.Step.SAME_CARD, asked.collector(), asked.taken(), asked.cap()),
          Optional.empty());
    }
    end();
    return decision;
  }

  /** Asks for the next card, unless there is nothing more to collect here. */
  private Decision goOn(Situation here, Collector collector, Decision decision) {
    Verdict verdict = decision.verdict();
    int cap = here.plan().canteen(here.place().id()).proxyCap();
    int taken =
        verdict instanceof Verdict.Collected one
            ? one.taken()
            : Decider.mealNow(here).map(meal -> collector.taken().getOrDefault(meal, 0)).orElse(0);
    boolean more =
        verdict instanceof Verdict.Collected
            || verdict instanceof Verdict.Already
            || verdict instanceof Verdict.SeeStaff;
    if (!more || taken >= cap) {
      end();
      return decision;
    }
    Verdict.Proxy next =
        new Verdict.Proxy(Verdict.Proxy.Step.OTHER_CARD, collector.person(), taken, cap);
    return new Decision(new Verdict.During(verdict, next), decision.fact());
  }
}
