package io.jinlin.hub.canteen;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How the kitchen stands with the meals of a day: of each the newest {@link Fact.Stock}, whatever
 * the order in which they are told. Not safe for several threads.
 */
public final class Kitchen {

  private final Map<Occasion, Told> stocks = new HashMap<>();

  private record Told(long atMillis, EventId event, Fact.Stock stock) {
    boolean isNewerThan(Told other) {
      return atMillis != other.atMillis
          ? atMillis > other.atMillis
          : event.compareTo(other.event) > 0;
    }
  }

  /** Takes in what somebody in the kitchen said. */
  public void apply(Fact.Stock stock, long atMillis, EventId event) {
    Told told = new Told(atMillis, event, stock);
    stocks.merge(stock.occasion(), told, (one, two) -> two.isNewerThan(one) ? two : one);
  }

  /** Portions cooked; absent while nobody entered them. */
  public OptionalInt cooked(Occasion meal) {
    Told told = stocks.get(meal);
    return told == null ? OptionalInt.empty() : told.stock().cooked();
  }

  /** Whether somebody said by hand that there is no more. */
  public boolean isClosedByHand(Occasion meal) {
    Told told = stocks.get(meal);
    return told != null && told.stock().soldOut();
  }

  /**
   * Whether there is no more: said by hand, or as many served as cooked.
   *
   * @param served portions served so far, by whatever way
   */
  public boolean isSoldOut(Occasion meal, long served) {
    OptionalInt cooked = cooked(meal);
    return isClosedByHand(meal) || cooked.isPresent() && served >= cooked.getAsInt();
  }
}
