package io.jinlin.hub.orders;

import io.jinlin.contract.event.Way;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is ordered: a pure answer to "who gets what on this day".
 *
 * @param skips single days on which an order does not hold
 * @param gone people who died or moved away, by the day from which none of their orders hold
 */
public record OrderBook(
    List<Order> orders, Set<Skip> skips, List<Pause> pauses, Map<Long, LocalDate> gone) {
  public OrderBook {
    orders = List.copyOf(orders);
    skips = Set.copyOf(skips);
    pauses = List.copyOf(pauses);
    gone = Map.copyOf(gone);
  }

  /** A day on which an order does not hold. */
  public record Skip(String order, LocalDate day) {}

  /**
   * The orders that hold on a day for a meal, at most one a person, in the order of their entry.
   */
  public List<Order> on(LocalDate day, String meal) {
    List<Order> found = new ArrayList<>();
    Set<Long> people = new HashSet<>();
    for (Order order : orders) {
      boolean wanted = order.meal().equals(meal) && order.holds(day);
      if (wanted && !isSkipped(order, day) && !isAway(order.person(), day)) {
        // A second order of one person was refused at entry; two hubs' books merged could have one.
        if (people.add(order.person())) {
          found.add(order);
        }
      }
    }
    return found;
  }

  private boolean isSkipped(Order order, LocalDate day) {
    return skips.contains(new Skip(order.id(), day));
  }

  /** Whether a person is paused on a day, or gone by then. */
  public boolean isAway(long person, LocalDate day) {
    LocalDate since = gone.get(person);
    return since != null && !day.isBefore(since)
        || pauses.stream().anyMatch(pause -> pause.person() == person && pause.holds(day));
  }

  /** An order of the same person and meal that could hold on a day of a new one. */
  public Optional<Order> inTheWayOf(Order order) {
    return orders.stream().filter(order::overlaps).findFirst();
  }

  /**
   * Whether a delivery could have been on a list that a volunteer carries: skipped, paused or ended
   * since, it may have been brought all the same.
   */
  public boolean mayHaveDelivered(long person, String meal) {
    return orders.stream()
        .anyMatch(
            order ->
                order.person() == person
                    && order.meal().equals(meal)
                    && order.way() == Way.DELIVER);
  }

  /** A person's orders. */
  public List<Order> of(long person) {
    return orders.stream().filter(order -> order.person() == person).toList();
  }

  /** An order by its id. */
  public Optional<Order> find(String id) {
    return orders.stream().filter(order -> order.id().equals(id)).findFirst();
  }
}
