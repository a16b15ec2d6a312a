package io.jinlin.e2e.simulation;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.e2e.check.LedgerFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a week should come to, from what was answered and from the site's published prices; worked
 * out without the hub's counting and pricing.
 */
final class WeekBooks {
  private static final Map<String, Integer> FULL_FEN =
      Map.of("breakfast", 400, "lunch", 1_200, "dinner", 1_000);
  private static final Map<String, Integer> HARDSHIP_FEN =
      Map.of("breakfast", 50, "lunch", 100, "dinner", 100);
  private static final Map<String, Integer> OLDEST_FEN =
      Map.of("breakfast", 100, "lunch", 300, "dinner", 250);
  private static final Map<String, Integer> OLD_FEN =
      Map.of("breakfast", 200, "lunch", 500, "dinner", 400);
  private static final int OLDEST = 80;
  private static final int OLD = 60;

  private static final String PEOPLE =
      "SELECT p.id, p.born, e.valid_from, e.until FROM person p LEFT JOIN entitlement e"
          + " ON e.person = p.id OR e.household = p.household";

  private final Map<EventId, Fact> answered = new HashMap<>();

  /** The same number twice can only be two events. */
  private final List<String> faults = new ArrayList<>();

  /** Somebody was answered, or staff were told that it is done. */
  void note(EventId id, Fact fact) {
    if (answered.put(id, fact) != null) {
      faults.add("the number " + id + " was given twice");
    }
  }

  int size() {
    return answered.size();
  }

  /** What was answered and not taken back. */
  private Map<EventId, Fact> standing() {
    Map<EventId, Fact> standing = new HashMap<>(answered);
    answered.values().stream()
        .filter(Fact.Voiding.class::isInstance)
        .forEach(fact -> standing.remove(((Fact.Voiding) fact).event()));
    return standing;
  }

  /** Who had which meal, each once: people by occasion. */
  Map<Occasion, Set<Long>> meals(Function<CardRef, OptionalLong> personOf) {
    Map<Occasion, Set<Long>> meals = new HashMap<>();
    for (Fact fact : standing().values()) {
      if (fact instanceof Fact.Scan scan
          && scan.outcome() == Outcome.ACCEPTED
          && scan.occasion().filter(WeekBooks::isMeal).isPresent()) {
        long person = personOf.apply(scan.ref()).orElseThrow();
        meals.computeIfAbsent(scan.occasion().get(), none -> new HashSet<>()).add(person);
      } else if (fact instanceof Fact.Serving serving && serving.isOnce()) {
        meals.computeIfAbsent(serving.occasion(), none -> new HashSet<>()).add(serving.person());
      }
    }
    return meals;
  }

  private static boolean isMeal(Occasion occasion) {
    return occasion.kind() == Occasion.Kind.MEAL;
  }

  /** Where the ledger is another than what was answered, in words. */
  List<String> faults(LedgerFile ledger, Map<Occasion, Set<Long>> meals) {
    List<String> found = new ArrayList<>(faults);
    Set<EventId> missing = new HashSet<>(answered.keySet());
    missing.removeAll(ledger.events().keySet());
    missing.forEach(id -> found.add("answered and not in the ledger: " + id));
    Set<EventId> more = new HashSet<>(ledger.events().keySet());
    more.removeAll(answered.keySet());
    more.forEach(id -> found.add("in the ledger and never answered: " + id));
    meals.forEach(
        (occasion, people) -> {
          long counted = ledger.tallies().getOrDefault(occasion.text(), 0L);
          long portions = people.size() + further(occasion);
          if (counted != portions) {
            found.add(occasion.text() + ": " + portions + " served, counted " + counted);
          }
        });
    Set<String> numbers = new HashSet<>();
    Set<String> holders = new HashSet<>();
    for (Fact fact : answered.values()) {
      if (fact instanceof Fact.Scan scan
          && scan.ticket() > 0
          && scan.outcome() == Outcome.ACCEPTED) {
        String number = scan.occasion().orElseThrow().date() + " " + scan.ticket();
        holders.add(number + " " + scan.ref());
        numbers.add(number);
      }
    }
    if (numbers.size() != holders.size()) {
      found.add((holders.size() - numbers.size()) + " numbers of the clinic were given twice");
    }
    return found;
  }

  /** Portions beyond one meal a person: further ones, those of guests and of staff. */
  private long further(Occasion meal) {
    return standing().values().stream()
        .filter(Fact.Serving.class::isInstance)
        .map(Fact.Serving.class::cast)
        .filter(serving -> !serving.isOnce() && serving.occasion().equals(meal))
        .mapToLong(Fact.Serving::portions)
        .sum();
  }

  /** How many numbers the clinic gave. */
  long tickets() {
    return answered.values().stream()
        .filter(fact -> fact instanceof Fact.Scan scan && scan.ticket() > 0)
        .filter(fact -> ((Fact.Scan) fact).outcome() == Outcome.ACCEPTED)
        .count();
  }

  private record Held(LocalDate from, LocalDate until) {}

  private record Diner(LocalDate born, List<Held> held) {
    int pays(String meal, LocalDate day) {
      int age = born.until(day).getYears();
      boolean hardship =
          held.stream().anyMatch(one -> !day.isBefore(one.from) && day.isBefore(one.until));
      if (age < OLD) {
        return price(FULL_FEN, meal);
      } else if (hardship) {
        return price(HARDSHIP_FEN, meal);
      }
      return price(age < OLDEST ? OLD_FEN : OLDEST_FEN, meal);
    }
  }

  private static int price(Map<String, Integer> fen, String meal) {
    return fen.getOrDefault(meal, 0);
  }

  /** What each person should owe, in fen. */
  Map<Long, Integer> owed(Connection hub, Map<Occasion, Set<Long>> meals) throws SQLException {
    Map<Long, Diner> diners = diners(hub);
    Map<Long, Integer> owed = new TreeMap<>();
    meals.forEach(
        (occasion, people) ->
            people.forEach(
                person -> {
                  Diner diner = diners.get(person);
                  if (diner != null) {
                    int fen = diner.pays(occasion.id(), occasion.date());
                    owed.merge(person, fen, Integer::sum);
                  }
                }));
    for (Fact fact : standing().values()) {
      if (fact instanceof Fact.Serving serving
          && serving.kind() == Fact.Serving.Kind.SECOND_PORTION
          && serving.person() != 0) {
        int fen = serving.portions() * price(FULL_FEN, serving.occasion().id());
        owed.merge(serving.person(), fen, Integer::sum);
      }
    }
    return owed;
  }

  private static Map<Long, Diner> diners(Connection hub) throws SQLException {
    Map<Long, Diner> diners = new HashMap<>();
    try (Statement statement = hub.createStatement();
        ResultSet row = statement.executeQuery(PEOPLE)) {
      while (row.next()) {
        LocalDate born = LocalDate.parse(row.getString(2));
        Diner diner =
            diners.computeIfAbsent(row.getLong(1), none -> new Diner(born, new ArrayList<>()));
        String from = row.getString(3);
        if (from != null) {
          String until = row.getString(4);
          LocalDate end = until == null ? LocalDate.MAX : LocalDate.parse(until);
          diner.held().add(new Held(LocalDate.parse(from), end));
        }
      }
    }
    return diners;
  }
}
