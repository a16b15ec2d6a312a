package io.jinlin.edge.decide;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Service;
import io.jinlin.edge.roster.Plan;
import java.util.List;
import java.util.Optional;

/**
 * One meal a person and period: the one being served, else the one whose early grace has begun.
 * Every card gets the same answer for the same meal, whoever pays for it.
 */
final class CanteenRule {
  private CanteenRule() {}

  static Decision decide(Situation here, Presented card, Answers answers) {
    Openings openings = Openings.of(here);
    List<Opening> meals = openings.current();
    if (meals.isEmpty()) {
      return answers.notNow(openings.next());
    }
    Opening meal = meals.get(0);
    Optional<Opening> dinner = dinner(here, openings, meal, card);
    if (dinner.isPresent() && card.choice().equals(dinner.map(later -> later.occasion().id()))) {
      return answers.meal(dinner.get(), Way.COLLECT, Optional.empty());
    }
    if (card.seen().firstMillis(meal.occasion()).isPresent()) {
      return answers.attend(meal.occasion(), meal.label(), Optional.empty());
    }
    if (here.plan().soldOut().contains(meal.occasion())) {
      return answers.soldOut(meal, openings.next());
    }
    return card.collector()
        .map(collector -> collect(here, meal, collector, answers))
        .orElseGet(() -> answers.meal(meal, way(here), dinner.map(Opening::choice)));
  }

  private static Decision collect(
      Situation here, Opening meal, Collector collector, Answers answers) {
    int cap = here.canteen().proxyCap();
    int taken = collector.taken(meal.occasion());
    return taken >= cap
        ? answers.proxy(Verdict.Proxy.Step.FULL, collector.person(), taken, cap)
        : answers.collected(meal, taken + 1, cap);
  }

  private static Way way(Situation here) {
    return here.canteen().takeAway().contains(here.device().id()) ? Way.COLLECT : Way.DINE_IN;
  }

  /** The meal that may be taken along: the only one that is still to come today. */
  static Optional<Opening> dinner(Situation here, Openings openings, Opening meal, Presented card) {
    List<Opening> later = openings.toComeOn(meal.occasion().date());
    if (!here.canteen().dinnerWithLunch() || later.size() != 1 || card.collector().isPresent()) {
      return Optional.empty();
    }
    Occasion dinner = later.get(0).occasion();
    boolean had = card.seen().firstMillis(dinner).isPresent();
    Plan plan = here.plan();
    return had || plan.soldOut().contains(dinner) ? Optional.empty() : Optional.of(later.get(0));
  }

  /** Whether a neighbour may collect at this kiosk now. */
  static boolean offersProxy(Situation here) {
    if (here.place().service() != Service.CANTEEN
        || here.device().role() != Device.Role.ENTRANCE
        || here.canteen().proxyCap() == 0
        || !here.timed()
        || here.closureAt(here.now()).isPresent()) {
      return false;
    }
    List<Opening> meals = Openings.of(here).current();
    return !meals.isEmpty() && !here.plan().soldOut().contains(meals.get(0).occasion());
  }

  /** The answer to the collector's own card; nothing but a refusal is stored. */
  static Decision collector(Situation here, Collector self, Answers answers) {
    int cap = here.canteen().proxyCap();
    int taken =
        Openings.of(here).current().stream()
            .findFirst()
            .map(meal -> self.taken(meal.occasion()))
            .orElse(0);
    Verdict.Proxy.Step step =
        taken >= cap ? Verdict.Proxy.Step.FULL : Verdict.Proxy.Step.OTHER_CARD;
    return answers.proxy(step, self.person(), taken, cap);
  }
}
