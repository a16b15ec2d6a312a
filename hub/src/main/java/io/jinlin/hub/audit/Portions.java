package io.jinlin.hub.audit;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.hub.canteen.Kitchen;
import io.jinlin.hub.live.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Sets the portions of each meal beside what the kitchen said it had cooked. A meal of which nobody
 * entered a number is no question: what is not known is not zero.
 */
final class Portions {
  /** Most portions beyond the cooked ones that a finding opens to: the first of them. */
  static final int MAX_BEYOND = 20;

  private final Audit.Days days;
  private final Consumer<Finding> found;
  private final Kitchen kitchen = new Kitchen();
  private final Map<Occasion, List<Entry>> told = new HashMap<>();
  private final Map<Occasion, List<Entry>> served = new HashMap<>();

  Portions(Audit.Days days, Consumer<Finding> found) {
    this.days = days;
    this.found = found;
  }

  /** Takes the next event in the order of time; what was taken back is passed over. */
  void accept(Entry entry) {
    Occasion meal = entry.occasion().orElse(null);
    if (meal == null || meal.kind() != Occasion.Kind.MEAL || !days.include(meal.date())) {
      return;
    }
    if (entry.fact() instanceof Fact.Stock stock) {
      if (!entry.voided()) {
        kitchen.apply(stock, entry.atMillis(), entry.event());
        told.computeIfAbsent(meal, none -> new ArrayList<>()).add(entry);
      }
    } else if (entry.counted()) {
      served.computeIfAbsent(meal, none -> new ArrayList<>()).add(entry);
    }
  }

  /** Says what was found, once all events were taken. */
  void finish() {
    for (Map.Entry<Occasion, List<Entry>> meal : served.entrySet()) {
      OptionalInt cooked = kitchen.cooked(meal.getKey());
      int portions = meal.getValue().stream().mapToInt(Portions::of).sum();
      if (cooked.isPresent() && portions > cooked.getAsInt()) {
        List<Entry> events = beyond(meal.getValue(), cooked.getAsInt());
        events.addAll(told.getOrDefault(meal.getKey(), List.of()));
        events.sort(Comparator.comparingLong(Entry::atMillis));
        String detail = portions + "/" + cooked.getAsInt();
        found.accept(new Finding(Flag.MORE_THAN_COOKED, detail, events));
      }
    }
  }

  private static List<Entry> beyond(List<Entry> meals, int cooked) {
    List<Entry> beyond = new ArrayList<>();
    int portions = 0;
    for (Entry entry : meals) {
      portions += of(entry);
      if (portions > cooked && beyond.size() < MAX_BEYOND) {
        beyond.add(entry);
      }
    }
    return beyond;
  }

  private static int of(Entry entry) {
    return entry.fact() instanceof Fact.Serving serving ? serving.portions() : 1;
  }
}
