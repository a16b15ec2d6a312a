package io.jinlin.kiosk.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Three finder patterns that may belong to one code.
 *
 * @param corner the one between the others
 * @param right the one along the top edge
 * @param below the one along the left edge
 * @param span from the middle of the corner pattern to the others, in modules
 * @param misfit how far they are from such a place to each other; 0 is perfect
 * @param hidden which of them was not seen but guessed: 0 corner, 1 right, 2 below, or {@link
 *     #NONE}
 */
record Triple(Finder corner, Finder right, Finder below, double span, double misfit, int hidden) {
  /** No pattern is guessed. */
  static final int NONE = -1;

  /** From middle to middle in version 1, and in version 40, in modules. */
  private static final double MIN_SPAN = 14;

  private static final double MAX_SPAN = 170;

  /** A pattern's own measure of a distance across the code may be off by this factor. */
  private static final double SPAN_SLACK = 1.5;

  /** Patterns considered at most: 40 give 9,880 threes. */
  private static final int MAX_FINDERS = 40;

  private static final double MAX_MISFIT = 1.6;

  /** The threes worth trying, the likeliest first. */
  static List<Triple> of(List<Finder> finders) {
    List<Finder> best = Finder.best(finders, MAX_FINDERS);
    List<Triple> triples = new ArrayList<>();
    for (int a = 0; a < best.size(); a++) {
      for (int b = a + 1; b < best.size(); b++) {
        if (!alike(best.get(a), best.get(b))) {
          continue;
        }
        for (int c = b + 1; c < best.size(); c++) {
          if (alike(best.get(a), best.get(c)) && alike(best.get(b), best.get(c))) {
            add(triples, best.get(a), best.get(b), best.get(c));
          }
        }
      }
    }
    triples.sort(Comparator.comparingDouble(Triple::misfit));
    return triples;
  }

  List<Finder> finders() {
    return List.of(corner, right, below);
  }

  /** The same in a picture of another size. */
  Triple scaled(double factor) {
    return new Triple(
        corner.scaled(factor), right.scaled(factor), below.scaled(factor), span, misfit, hidden);
  }

  /** The same number for the same three patterns, even when they are measured a little off. */
  long place() {
    double grain = 2 * corner.module();
    long place = 0;
    for (Finder finder : finders()) {
      place = place * 8_191 + Math.round(finder.centre().x() / grain);
      place = place * 8_191 + Math.round(finder.centre().y() / grain);
    }
    return place * 4 + hidden;
  }

  static boolean alike(Finder one, Finder other) {
    double ratio = one.module() / other.module();
    return one.light() == other.light() && ratio < 2.2 && ratio > 1 / 2.2;
  }

  private static void add(List<Triple> triples, Finder a, Finder b, Finder c) {
    Triple best = null;
    for (Triple triple : List.of(around(a, b, c), around(b, a, c), around(c, a, b))) {
      if (best == null || triple.misfit < best.misfit) {
        best = triple;
      }
    }
    if (best != null && best.misfit < MAX_MISFIT) {
      triples.add(best);
    }
  }

  /** The three with a given corner; the others are put in the order of an unmirrored code. */
  private static Triple around(Finder corner, Finder one, Finder two) {
    double turn =
        (one.centre().x() - corner.centre().x()) * (two.centre().y() - corner.centre().y())
            - (one.centre().y() - corner.centre().y()) * (two.centre().x() - corner.centre().x());
    Finder right = turn > 0 ? one : two;
    Finder below = turn > 0 ? two : one;
    double alongTop = Math.sqrt(distance(corner, right) * distance(right, corner));
    double alongLeft = Math.sqrt(distance(corner, below) * distance(below, corner));
    double span = (alongTop + alongLeft) / 2;
    double misfit =
        Math.abs(Math.log(alongTop / alongLeft)) * 2
            + askew(corner, right)
            + askew(corner, below)
            + (askew(right, corner) + askew(below, corner)) / 2
            + Math.abs(Math.log(distance(corner, right) / distance(right, corner))) / 2
            + Math.abs(Math.log(distance(corner, below) / distance(below, corner))) / 2
            + sameDirection(corner, right, below)
            + corner.misfit()
            + right.misfit()
            + below.misfit();
    boolean possible = span > MIN_SPAN / SPAN_SLACK && span < MAX_SPAN * SPAN_SLACK;
    return new Triple(corner, right, below, span, possible ? misfit : Double.MAX_VALUE, NONE);
  }

  static double distance(Finder from, Finder to) {
    return Math.hypot(from.along(to.centre()), from.across(to.centre()));
  }

  /**
   * Angle between the way to a neighbour and the nearer pair of edges, in the pattern's own eyes.
   */
  static double askew(Finder from, Finder to) {
    double u = Math.abs(from.along(to.centre()));
    double v = Math.abs(from.across(to.centre()));
    return Math.atan2(Math.min(u, v), Math.max(u, v));
  }

  /** Both neighbours along the same pair of edges cannot be. */
  private static double sameDirection(Finder corner, Finder right, Finder below) {
    boolean first = longer(corner, right);
    boolean second = longer(corner, below);
    return first == second ? 1 : 0;
  }

  private static boolean longer(Finder corner, Finder to) {
    return Math.abs(corner.along(to.centre())) > Math.abs(corner.across(to.centre()));
  }
}
