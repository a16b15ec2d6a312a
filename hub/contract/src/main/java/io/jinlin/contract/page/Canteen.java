package io.jinlin.contract.page;

import io.jinlin.contract.event.Check;
import java.util.List;

/**
 * The rules of a canteen that staff set.
 *
 * @param proxyCap most meals of a period that one neighbour may collect for others (代领), 0 to
 *     {@value #MAX_PROXY_CAP}; 0 for none
 * @param dinnerWithLunch whether somebody who has lunch is asked to take dinner along
 * @param takeAway devices whose meals are taken away (自取) unless said otherwise
 */
public record Canteen(String place, int proxyCap, boolean dinnerWithLunch, List<String> takeAway) {
  /** Highest cap that can be set. */
  public static final int MAX_PROXY_CAP = 8;

  /** Most devices at one canteen. */
  public static final int MAX_DEVICES = 20;

  private static final int USUAL_PROXY_CAP = 2;

  public Canteen {
    Check.id("place", place);
    Check.range("proxy_cap", proxyCap, 0, MAX_PROXY_CAP);
    Check.range("take_away", takeAway.size(), 0, MAX_DEVICES);
    takeAway.forEach(device -> Check.id("take_away", device));
    takeAway = List.copyOf(takeAway);
  }

  /** The rules of a canteen that nobody has changed. */
  public static Canteen usual(String place) {
    return new Canteen(place, USUAL_PROXY_CAP, false, List.of());
  }
}
