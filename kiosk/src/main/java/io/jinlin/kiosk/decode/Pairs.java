package io.jinlin.kiosk.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two finder patterns without a third, which a glare, a thumb or a scratch hides: says where the
 * third may be, for the grid to find out.
 */
final class Pairs {
  /** In version 1, and in version 40, in modules; the patterns' own measure may be off by some. */
  private static final double MIN_SPAN = 12;

  private static final double MAX_SPAN = 190;

  /** Pairs considered at most, the likeliest first; each gives four places or two. */
  private static final int MAX_PAIRS = 4;

  /** Off from an edge's direction, or from a diagonal's, in radians. */
  private static final double MAX_ASKEW = 0.22;

  private static final int MAX_FINDERS = 16;

  private record Pair(Finder one, Finder two, double span, double misfit, boolean diagonal) {}

  private Pairs() {}

  /** The threes that could be, each with a guessed pattern. */
  static List<Triple> of(List<Finder> finders) {
    List<Finder> best = Finder.best(finders, MAX_FINDERS);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      for (int k = i + 1; k < best.size(); k++) {
        Pair pair = pair(best.get(i), best.get(k));
        if (Triple.alike(pair.one, pair.two)
            && pair.misfit < MAX_ASKEW
            && pair.span > MIN_SPAN
            && pair.span < MAX_SPAN) {
          pairs.add(pair);
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::misfit));
    return pairs.stream().limit(MAX_PAIRS).flatMap(pair -> thirds(pair).stream()).toList();
  }

  private static Pair pair(Finder one, Finder two) {
    double there = Triple.distance(one, two);
    double back = Triple.distance(two, one);
    double straight = (Triple.askew(one, two) + Triple.askew(two, one)) / 2;
    double aslant = Math.PI / 4 - straight;
    boolean diagonal = aslant < straight;
    double span = Math.sqrt(there * back) / (diagonal ? Math.sqrt(2) : 1);
    double misfit =
        Math.min(aslant, straight)
            + Math.abs(Math.log(there / back)) / 4
            + (one.misfit() + two.misfit()) / 4;
    return new Pair(one, two, span, misfit, diagonal);
  }

  private static List<Triple> thirds(Pair pair) {
    List<Triple> triples = new ArrayList<>();
    if (pair.diagonal) {
      double along = pair.one.along(pair.two.centre());
      double across = pair.one.across(pair.two.centre());
      triples.add(hidden(pair.one.moved(along, 0), pair.one, pair.two, pair.span, true));
      triples.add(hidden(pair.one.moved(0, across), pair.one, pair.two, pair.span, true));
      return triples;
    }
    for (int side = -1; side <= 1; side += 2) {
      double step = side * pair.span;
      Finder besideOne = aside(pair.one, pair.two, step);
      Finder besideTwo = aside(pair.two, pair.one, step);
      triples.add(hidden(besideOne, pair.one, pair.two, pair.span, false));
      triples.add(hidden(besideTwo, pair.two, pair.one, pair.span, false));
    }
    return triples;
  }

  /** A pattern so many modules away, square to the way to another. */
  private static Finder aside(Finder from, Finder to, double modules) {
    boolean alongFirst = Math.abs(from.along(to.centre())) > Math.abs(from.across(to.centre()));
    return alongFirst ? from.moved(0, modules) : from.moved(modules, 0);
  }

  private static Triple hidden(
      Finder guessed, Finder one, Finder two, double span, boolean atCorner) {
    Finder corner = atCorner ? guessed : one;
    Finder other = atCorner ? one : guessed;
    double turn =
        (other.centre().x() - corner.centre().x()) * (two.centre().y() - corner.centre().y())
            - (other.centre().y() - corner.centre().y()) * (two.centre().x() - corner.centre().x());
    Finder right = turn > 0 ? other : two;
    Finder below = turn > 0 ? two : other;
    int hidden = atCorner ? 0 : right.equals(guessed) ? 1 : 2;
    return new Triple(corner, right, below, span, 0, hidden);
  }
}
