package io.jinlin.kiosk.decode;

import java.util.Comparator;
import java.util.List;

/**
 * Holds what the dark and light picture showed against the grey one: noise and texture fall out.
 */
final class FinderCheck {
  /** Patterns kept of one look at most. */
  static final int MAX_KEPT = 24;

  private static final double MIN_AGREEMENT = 0.5;

  /** Between dark and light modules, in grey levels. */
  private static final double MIN_CONTRAST = 10;

  /** Weight of disagreement beside the misfit of the rings, in modules. */
  private static final double DISAGREEMENT = 0.3;

  private FinderCheck() {}

  /** Those that the grey picture bears out, the surest first. */
  static List<Finder> kept(GreyImage image, List<Finder> finders) {
    return finders.stream()
        .map(finder -> checked(image, finder))
        .filter(finder -> finder.misfit() < Double.MAX_VALUE)
        .sorted(Comparator.comparingDouble(Finder::misfit))
        .limit(MAX_KEPT)
        .toList();
  }

  /** The pattern with its misfit made worse by what does not agree. */
  private static Finder checked(GreyImage image, Finder finder) {
    double dark = 0;
    double light = 0;
    double squares = 0;
    int darks = 0;
    for (int v = -3; v <= 3; v++) {
      for (int u = -3; u <= 3; u++) {
        int ring = Math.max(Math.abs(u), Math.abs(v));
        Point at = finder.at(u, v);
        double value = image.sample(at.x(), at.y());
        if (finder.light()) {
          value = 255 - value;
        }
        squares += value * value;
        if (ring == 2) {
          light += value;
        } else {
          dark += value;
          darks++;
        }
      }
    }
    int lights = 49 - darks;
    double contrast = light / lights - dark / darks;
    double mean = (light + dark) / 49;
    double variance = Math.max(1, squares / 49 - mean * mean);
    double share = (double) darks * lights / (49 * 49);
    double agreement = contrast * Math.sqrt(share / variance);
    boolean borneOut = contrast >= MIN_CONTRAST && agreement >= MIN_AGREEMENT;
    return finder.withMisfit(
        borneOut ? finder.misfit() + DISAGREEMENT * (1 - agreement) : Double.MAX_VALUE);
  }
}
