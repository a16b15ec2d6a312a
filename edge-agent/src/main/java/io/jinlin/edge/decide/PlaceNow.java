package io.jinlin.edge.decide;

import io.jinlin.contract.page.Dish;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a place is now, for the idle screen.
 *
 * @param label what is on: the meal, session or queue; for a visit or closed the place
 * @param opens when it began or begins; absent for a visit
 * @param closes when it ends
 * @param next what opens next, if anything is known to
 * @param notice why the place is closed today, when staff closed it
 * @param serving more about a meal
 */
public record PlaceNow(
    Kind kind,
    Label label,
    Optional<LocalDateTime> opens,
    Optional<LocalDateTime> closes,
    Optional<Next> next,
    Optional<Label> notice,
    Serving serving) {
  /** What sort of thing is on. */
  public enum Kind {
    MEAL,
    SESSION,
    QUEUE,
    /** Open for visits, or the way out. */
    VISIT,
    CLOSED,
    /** The clock is not trusted, so nobody can say. */
    UNKNOWN
  }

  /** Nothing more to say. */
  public PlaceNow(
      Kind kind,
      Label label,
      Optional<LocalDateTime> opens,
      Optional<LocalDateTime> closes,
      Optional<Next> next) {
    this(kind, label, opens, closes, next, Optional.empty(), Serving.NONE);
  }

  /**
   * The meal that is on.
   *
   * @param menu what there is to eat, if anybody wrote it down
   * @param soldOut whether there is no more of it
   * @param proxies whether a neighbour may collect here now
   */
  public record Serving(List<Dish> menu, boolean soldOut, boolean proxies) {
    /** No meal. */
    public static final Serving NONE = new Serving(List.of(), false, false);

    public Serving {
      menu = List.copyOf(menu);
    }
  }

  /** What opens next. */
  public record Next(Label label, LocalDateTime opens) {}
}
