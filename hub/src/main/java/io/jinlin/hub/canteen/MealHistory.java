package io.jinlin.hub.canteen;

import io.jinlin.contract.event.Occasion;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Portions of past meals, from the ledger's sums. */
public final class MealHistory {
  private static final String PORTIONS =
      "SELECT w.text, sum(t.count) FROM word w JOIN tally t ON t.occasion = w.id"
          + " WHERE w.text GLOB 'meal:*' AND substr(w.text, -10) BETWEEN ? AND ? GROUP BY w.text";

  private final Connection db;

  public MealHistory(Connection db) {
    this.db = db;
  }

  /** Portions by meal, from the first day to the last, both included; none stands for no meal. */
  public Map<Occasion, Integer> portions(LocalDate first, LocalDate last) throws SQLException {
    Map<Occasion, Integer> portions = new HashMap<>();
    Rows.all(
        db,
        PORTIONS,
        row -> {
          int count = row.getInt(2);
          Occasion.parse(row.getString(1))
              .filter(meal -> count > 0)
              .ifPresent(meal -> portions.put(meal, count));
          return count;
        },
        first.toString(),
        last.toString());
    return portions;
  }
}
