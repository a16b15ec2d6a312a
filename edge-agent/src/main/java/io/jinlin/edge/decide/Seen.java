package io.jinlin.edge.decide;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of a card, and of the tickets that were given.
 *
 * @param here what this kiosk accepted the card for, of the last 26 hours at least
 * @param elsewhere meals claimed with the card at any kiosk, and when (milliseconds since 1970 UTC,
 *     by the hub's time)
 * @param last the newest fact that this kiosk stored about the card, whatever its outcome
 * @param lastTicket the highest clinic number this kiosk gave on each day, to anybody
 * @param released meals that staff took back: what this kiosk accepted up to that time of its own
 *     (milliseconds since 1970 UTC) holds no longer
 */
public record Seen(
    Map<Occasion, Answered> here,
    Map<Occasion, Long> elsewhere,
    Optional<Last> last,
    Map<LocalDate, Integer> lastTicket,
    Map<Occasion, Long> released) {
  /** A card never seen, at a kiosk that gave no ticket. */
  public static final Seen NOTHING = new Seen(Map.of(), Map.of(), Optional.empty(), Map.of());

  public Seen {
    here = Map.copyOf(here);
    elsewhere = Map.copyOf(elsewhere);
    lastTicket = Map.copyOf(lastTicket);
    released = Map.copyOf(released);
  }

  /** A card of which nothing was taken back. */
  public Seen(
      Map<Occasion, Answered> here,
      Map<Occasion, Long> elsewhere,
      Optional<Last> last,
      Map<LocalDate, Integer> lastTicket) {
    this(here, elsewhere, last, lastTicket, Map.of());
  }

  /** Whether staff took back what this kiosk accepted the card for. */
  boolean isReleased(Occasion occasion) {
    Answered own = here.get(occasion);
    Long until = released.get(occasion);
    return own != null && until != null && own.atMillis() <= until;
  }

  /** When the card was first accepted for an occasion, here or elsewhere. */
  Optional<Long> firstMillis(Occasion occasion) {
    Answered own = isReleased(occasion) ? null : here.get(occasion);
    Long claim = elsewhere.get(occasion);
    if (own == null) {
      return Optional.ofNullable(claim);
    }
    return Optional.of(claim == null ? own.atMillis() : Math.min(own.atMillis(), claim));
  }

  /**
   * An accepted scan.
   *
   * @param atMillis wall time of the first, milliseconds since 1970 UTC
   * @param ticket its clinic number, 0 for none
   */
  public record Answered(long atMillis, int ticket) {}

  /**
   * A stored fact.
   *
   * @param ageMillis how long ago, by monotonic time within a boot, else by the wall clock; a
   *     negative age is one that is not known
   */
  public record Last(Fact fact, long ageMillis) {}
}
