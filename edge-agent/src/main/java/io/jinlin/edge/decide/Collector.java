package io.jinlin.edge.decide;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Occasion;
import java.util.Map;

/**
 * A neighbour who has presented their own card and collects for others (代领).
 *
 * @param taken how many of each meal they have collected at this kiosk so far
 */
public record Collector(CardRef ref, Person person, Map<Occasion, Integer> taken) {
  public Collector {
    taken = Map.copyOf(taken);
  }

  int taken(Occasion meal) {
    return taken.getOrDefault(meal, 0);
  }
}
