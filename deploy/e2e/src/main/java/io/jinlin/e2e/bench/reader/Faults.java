package io.jinlin.e2e.bench.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What is wrong with one presentation.
 *
 * @param side of the code if it faced the camera, in pixels
 * @param phone shown on a phone, else a laminated card
 * @param strengths of the faults that it has, above 0 to 1
 */
record Faults(double side, boolean phone, Map<Fault, Double> strengths) {
  private static final double WEAKEST = 0.25;
  private static final double WORST_WEAKEST = 0.5;
  private static final double HARD_WEAKEST = 0.75;
  private static final double MIXED_STRONGEST = 0.8;

  private static final List<Fault> OF_A_KIOSK =
      List.of(
          Fault.TILT,
          Fault.DEFOCUS,
          Fault.MOTION,
          Fault.DIM,
          Fault.SHADOW,
          Fault.GLARE,
          Fault.MOIRE,
          Fault.BLOOM,
          Fault.INVERTED,
          Fault.WORN);

  Faults {
    strengths = Map.copyOf(strengths);
  }

  /** Draws what a condition leaves open. */
  static Faults of(Condition condition, Random random) {
    double side =
        condition.smallest()
            * Math.pow(condition.largest() / condition.smallest(), random.nextDouble());
    Map<Fault, Double> strengths = new EnumMap<>(Fault.class);
    boolean milder = condition == Condition.MIXED || condition == Condition.ANY;
    double strongest = milder ? MIXED_STRONGEST : 1;
    double weakest =
        condition.isHard() ? HARD_WEAKEST : condition == Condition.WORST ? WORST_WEAKEST : WEAKEST;
    for (Fault fault : faults(condition, random)) {
      strengths.put(fault, weakest + (strongest - weakest) * random.nextDouble());
    }
    // A tilt of every held card, which nobody would call one.
    strengths.putIfAbsent(Fault.TILT, 0.25 * random.nextDouble());
    boolean screen = onScreen(strengths) || !onCard(strengths) && random.nextInt(4) == 0;
    return new Faults(side, screen, strengths);
  }

  private static List<Fault> faults(Condition condition, Random random) {
    return switch (condition) {
      case MIXED -> mixed(random, 2 + random.nextInt(2));
      case WORST -> mixed(random, 3);
      case ANY -> photographed(random);
      default -> condition.faults();
    };
  }

  /** Some that can be together: a card does not bloom, a screen is not scratched off. */
  private static List<Fault> mixed(Random random, int count) {
    boolean phone = random.nextInt(3) == 0;
    List<Fault> all = new ArrayList<>(OF_A_KIOSK);
    all.removeAll(
        phone
            ? List.of(Fault.WORN, Fault.SHADOW, Fault.DIM)
            : List.of(Fault.MOIRE, Fault.BLOOM, Fault.INVERTED));
    Collections.shuffle(all, random);
    return all.subList(0, count);
  }

  private static List<Fault> photographed(Random random) {
    List<Fault> all =
        new ArrayList<>(
            List.of(
                Fault.TILT,
                Fault.DEFOCUS,
                Fault.MOTION,
                Fault.DIM,
                Fault.SHADOW,
                Fault.GLARE,
                Fault.MOIRE,
                Fault.BLOOM,
                Fault.CURVED,
                Fault.CRUMPLED));
    Collections.shuffle(all, random);
    return all.subList(0, 2);
  }

  private static boolean onScreen(Map<Fault, Double> strengths) {
    return List.of(Fault.MOIRE, Fault.BLOOM, Fault.INVERTED).stream()
        .anyMatch(strengths::containsKey);
  }

  private static boolean onCard(Map<Fault, Double> strengths) {
    return List.of(Fault.WORN, Fault.SHADOW, Fault.DIM, Fault.GLARE).stream()
        .anyMatch(strengths::containsKey);
  }

  double of(Fault fault) {
    return strengths.getOrDefault(fault, 0.0);
  }

  boolean has(Fault fault) {
    return strengths.containsKey(fault);
  }

  /** The same with a fault weaker or stronger, as it is for a moment of a video. */
  Faults scaled(Fault fault, double factor) {
    if (!has(fault)) {
      return this;
    }
    Map<Fault, Double> changed = new EnumMap<>(strengths);
    changed.put(fault, Math.min(1, of(fault) * factor));
    return new Faults(side, phone, changed);
  }
}
