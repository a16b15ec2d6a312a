package io.jinlin.hub.canteen;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Way;
import io.jinlin.hub.ledger.What;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Portions of past meals, from the ledger's sums. */
public final class MealHistory {
  private static final String PORTIONS =
      "SELECT w.text, t.way, sum(t.count) FROM word w JOIN tally t ON t.occasion = w.id"
          + " WHERE w.text GLOB 'meal:*' AND substr(w.text, -10) BETWEEN ? AND ?"
          + " GROUP BY w.text, t.way HAVING sum(t.count) > 0";

  private final Connection db;

  public MealHistory(Connection db) {
    this.db = db;
  }

  /**
   * Portions by meal and way, from the first day to the last, both included; none stands for no
   * meal.
   */
  public Map<Occasion, Map<Way, Integer>> portions(LocalDate first, LocalDate last)
      throws SQLException {
    Map<Occasion, Map<Way, Integer>> portions = new HashMap<>();
    Rows.all(
        db,
        PORTIONS,
        row -> {
          int count = row.getInt(3);
          // A meal that was recorded without a way was eaten here.
          int way = Math.max(0, What.wayOf(row.getInt(2)) - 1);
          Occasion.parse(row.getString(1))
              .ifPresent(
                  meal ->
                      portions
                          .computeIfAbsent(meal, none -> new EnumMap<>(Way.class))
                          .merge(Way.values()[way], count, Integer::sum));
          return count;
        },
        first.toString(),
        last.toString());
    return portions;
  }
}
