package io.jinlin.kiosk.decode;

import java.util.List;
import java.util.Optional;

/**
 * What is seen of a code before it is read: its finder patterns, and where it probably stands. For
 * looking there first on the next frame, and for telling the hand what would help.
 */
public final class Glimpse {
  /** A code is taken to be so many modules wide where only one finder pattern tells of it. */
  private static final int USUAL_DIMENSION = 25;

  private static final double HALF_FINDER = 3.5;

  private final List<Finder> finders;
  private final List<Triple> triples;

  /** Nothing at all. */
  static final Glimpse NOTHING = new Glimpse(List.of());

  Glimpse(List<Finder> finders) {
    this.finders = List.copyOf(finders);
    this.triples = Triple.of(finders);
  }

  /** Whether three patterns lie as those of a code. */
  public boolean isWhole() {
    return !triples.isEmpty();
  }

  /** Side of a module in pixels of the picture; empty where nothing was seen. */
  public Optional<Double> module() {
    return likeliest().map(Finder::module);
  }

  private Optional<Finder> likeliest() {
    return triples.isEmpty() ? finders.stream().findFirst() : Optional.of(triples.get(0).corner());
  }

  /**
   * Four corners, all round, of the likeliest code; of a lone finder pattern the place in whose
   * middle it stands, as large as our cards' codes are, because it may be any of its corners.
   */
  public List<Point> outline() {
    if (!triples.isEmpty()) {
      Triple best = triples.get(0);
      int dimension = 17 + 4 * Math.max(1, (int) Math.round((best.span() - 10) / 4));
      Grid grid = Grid.through(dimension, best, FourthPoint.guesses(best, dimension).get(0));
      if (grid.sound()) {
        return grid.corners();
      }
    }
    return likeliest().map(Glimpse::around).orElse(List.of());
  }

  private static List<Point> around(Finder finder) {
    double reach = USUAL_DIMENSION - HALF_FINDER;
    return List.of(
        finder.at(-reach, -reach),
        finder.at(reach, -reach),
        finder.at(reach, reach),
        finder.at(-reach, reach));
  }
}
