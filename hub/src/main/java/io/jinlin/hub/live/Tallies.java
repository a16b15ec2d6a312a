package io.jinlin.hub.live;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.ledger.What;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The ledger's sums of the occasions of one day. */
final class Tallies {

  private static final String OF_DAY =
      "SELECT w.text, t.way, sum(t.count) FROM word w JOIN tally t ON t.occasion = w.id"
          + " WHERE w.text LIKE '%:' || ? GROUP BY w.text, t.way";

  private final Map<String, Map<Integer, Long>> counts = new HashMap<>();

  static Tallies of(Connection db, LocalDate day) throws SQLException {
    Tallies tallies = new Tallies();
    Rows.all(
        db,
        OF_DAY,
        row ->
            tallies
                .counts
                .computeIfAbsent(row.getString(1), none -> new HashMap<>())
                .merge(row.getInt(2), row.getLong(3), Long::sum),
        day.toString());
    return tallies;
  }

  long total(Occasion occasion) {
    return counts.getOrDefault(occasion.text(), Map.of()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Counts of a meal by way, those of none too. */
  Map<String, Long> ways(Occasion occasion) {
    Map<Integer, Long> found = counts.getOrDefault(occasion.text(), Map.of());
    Map<String, Long> ways = new LinkedHashMap<>();
    for (Way way : Way.values()) {
      long count =
          found.entrySet().stream()
              .filter(entry -> What.wayOf(entry.getKey()) == way.ordinal() + 1)
              .mapToLong(Map.Entry::getValue)
              .sum();
      ways.put(Words.of(way), count);
    }
    return ways;
  }

  /** All that were counted for occasions of a kind. */
  long total(Occasion.Kind kind) {
    return counts.entrySet().stream()
        .filter(entry -> kindOf(entry.getKey()).equals(Optional.of(kind)))
        .flatMap(entry -> entry.getValue().values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Attendances (人次) of a kind: of meals fewer than portions, where neighbours collect. */
  long attendances(Occasion.Kind kind) {
    return counts.entrySet().stream()
        .filter(entry -> kindOf(entry.getKey()).equals(Optional.of(kind)))
        .flatMap(entry -> entry.getValue().entrySet().stream())
        .filter(entry -> What.isAttendance(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many occasions of a kind had anybody. */
  int occasions(Occasion.Kind kind) {
    return (int)
        counts.entrySet().stream()
            .filter(entry -> kindOf(entry.getKey()).equals(Optional.of(kind)))
            .filter(entry -> entry.getValue().values().stream().anyMatch(count -> count > 0))
            .count();
  }

  private static Optional<Occasion.Kind> kindOf(String occasion) {
    return Occasion.parse(occasion).map(Occasion::kind);
  }
}
