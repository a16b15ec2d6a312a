package io.jinlin.edge.decide;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Closure;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Service;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the idle screen says of a place. */
final class Idle {
  private Idle() {}

  static PlaceNow now(Situation here) {
    if (!here.timed()) {
      return nothingOn(here, PlaceNow.Kind.UNKNOWN, Optional.empty());
    }
    if (here.device().role() == Device.Role.EXIT) {
      return nothingOn(here, PlaceNow.Kind.VISIT, Optional.empty());
    }
    Openings openings = Openings.of(here);
    Optional<Closure> closure = here.closureAt(here.now());
    if (closure.isPresent()) {
      return closed(here, closure.get(), openings.next());
    }
    List<Opening> current = openings.current();
    if (!current.isEmpty()) {
      return on(here, current, openings.next());
    }
    Service service = here.place().service();
    boolean visits = service == Service.HALL || service == Service.ACTIVITY;
    return nothingOn(here, visits ? PlaceNow.Kind.VISIT : PlaceNow.Kind.CLOSED, openings.next());
  }

  private static PlaceNow on(Situation here, List<Opening> current, Optional<Opening> next) {
    Opening first = current.get(0);
    PlaceNow.Kind kind =
        switch (first.occasion().kind()) {
          case MEAL -> PlaceNow.Kind.MEAL;
          case CLINIC -> PlaceNow.Kind.QUEUE;
          case SESSION -> PlaceNow.Kind.SESSION;
          case VISIT -> PlaceNow.Kind.VISIT;
        };
    boolean severalQueues = kind == PlaceNow.Kind.QUEUE && current.size() > 1;
    Optional<LocalDateTime> closes =
        severalQueues
            ? current.stream().map(Opening::closes).max(Comparator.naturalOrder())
            : Optional.of(first.closes());
    return new PlaceNow(
        kind,
        severalQueues ? here.placeLabel() : first.label(),
        Optional.of(first.opens()),
        closes,
        next.map(Idle::next),
        Optional.empty(),
        serving(here, first));
  }

  private static PlaceNow closed(Situation here, Closure closure, Optional<Opening> next) {
    return new PlaceNow(
        PlaceNow.Kind.CLOSED,
        here.placeLabel(),
        Optional.empty(),
        Optional.of(closure.until()),
        next.map(Idle::next),
        Optional.of(reason(closure)),
        PlaceNow.Serving.NONE);
  }

  static Label reason(Closure closure) {
    String english = closure.reasonEnglish();
    return new Label(closure.reason(), english.isBlank() ? closure.reason() : english);
  }

  private static PlaceNow.Serving serving(Situation here, Opening meal) {
    return meal.occasion().kind() == Occasion.Kind.MEAL
        ? new PlaceNow.Serving(
            here.plan().dishes(here.place().id(), meal.occasion()),
            here.plan().soldOut().contains(meal.occasion()),
            CanteenRule.offersProxy(here))
        : PlaceNow.Serving.NONE;
  }

  private static PlaceNow nothingOn(Situation here, PlaceNow.Kind kind, Optional<Opening> next) {
    return new PlaceNow(
        kind, here.placeLabel(), Optional.empty(), Optional.empty(), next.map(Idle::next));
  }

  static PlaceNow.Next next(Opening opening) {
    return new PlaceNow.Next(opening.label(), opening.opens());
  }
}
