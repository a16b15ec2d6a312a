package io.jinlin.kiosk.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The search in one picture: looks bring finder patterns, threes of them are tried, and patterns of
 * different looks are put together, since where one look misses a pattern another sees it.
 */
final class Search {
  /** The same three patterns, seen anew a little differently, are tried no more than this often. */
  private static final int MAX_TRIES = 3;

  /** From this agreement of the known modules on, a code is certainly there. */
  private static final double PROMISING = 0.6;

  private static final int MAX_GUESSED = 16;
  private static final int PAIR_TURNS = 4;

  private final Pyramid pyramid;
  private final SymbolReader symbols;
  private final Deadline deadline;
  private final List<Finder> pool = new ArrayList<>();
  private final Map<Long, Integer> tries = new HashMap<>();
  private double best;

  Search(GreyImage image, SymbolReader.Effort effort, Deadline deadline) {
    this.pyramid = new Pyramid(image);
    this.symbols = new SymbolReader(pyramid, effort, deadline);
    this.deadline = deadline;
  }

  /**
   * What one look reads.
   *
   * @param rowStep every so many rows is searched
   * @param maxTriples threes tried at most
   */
  Optional<Reading> look(Look look, int rowStep, int maxTriples) {
    List<Finder> fresh = look.finders(pyramid, rowStep, deadline);
    String name = look.name().toLowerCase(Locale.ROOT);
    Optional<Reading> reading = first(Triple.of(fresh), maxTriples, name);
    if (reading.isPresent() || fresh.isEmpty() || pool.isEmpty()) {
      add(fresh);
      return reading;
    }
    List<Finder> news =
        fresh.stream().filter(finder -> pool.stream().noneMatch(finder::sameAs)).toList();
    add(fresh);
    return news.isEmpty() ? Optional.empty() : first(mixed(news), maxTriples, name + "+pool");
  }

  /** What two patterns give whose third is hidden. */
  Optional<Reading> pairs() {
    return promising() ? Optional.empty() : first(Pairs.of(pool), MAX_GUESSED, "pair");
  }

  /** The same with a part of the places where the third may be, another in each turn. */
  Optional<Reading> pairs(int turn) {
    List<Triple> all = Pairs.of(pool);
    List<Triple> some =
        IntStream.range(0, all.size())
            .filter(i -> i % PAIR_TURNS == turn % PAIR_TURNS)
            .mapToObj(all::get)
            .toList();
    return promising() ? Optional.empty() : first(some, MAX_GUESSED / PAIR_TURNS, "pair");
  }

  /** Threes of patterns that no single look saw together. */
  private List<Triple> mixed(List<Finder> news) {
    return Triple.of(pool).stream()
        .filter(triple -> triple.finders().stream().anyMatch(news::contains))
        .filter(triple -> !news.containsAll(triple.finders()))
        .toList();
  }

  private void add(List<Finder> fresh) {
    for (Finder finder : fresh) {
      if (pool.stream().noneMatch(finder::sameAs)) {
        pool.add(finder);
      }
    }
  }

  private Optional<Reading> first(List<Triple> triples, int most, String name) {
    int tried = 0;
    for (Triple triple : triples) {
      if (tried == most || deadline.passed()) {
        return Optional.empty();
      }
      if (tries.merge(triple.place(), 1, Integer::sum) > MAX_TRIES) {
        continue;
      }
      tried++;
      Optional<Reading> reading = symbols.read(triple);
      best = Math.max(best, symbols.agreement());
      if (reading.isPresent()) {
        return reading.map(found -> found.by(name));
      }
    }
    return Optional.empty();
  }

  /** Whether a code is in the picture that was not read. */
  boolean promising() {
    return best > PROMISING;
  }

  /** Whether two of the patterns seen may belong to one code. */
  boolean paired() {
    return pool.size() > 1 && !Pairs.of(pool).isEmpty();
  }

  Glimpse glimpse() {
    return new Glimpse(pool);
  }

  /** Finder patterns seen so far. */
  int seen() {
    return pool.size();
  }
}
