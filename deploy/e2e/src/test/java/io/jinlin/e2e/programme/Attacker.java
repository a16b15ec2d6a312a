package io.jinlin.e2e.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Has a number for each person in each of many respects, and asks of each whether members differ
 * from the others: a permutation test on ranks. Who is a member was drawn by lot, so under "no
 * leak" every other draw was as likely, whatever the machine was busy with; the answer is right at
 * any load.
 */
final class Attacker {
  /**
   * A respect in which so few draws differ as much is a leak. With thirty respects a test without
   * one fails in one run of about 1,700.
   */
  static final double LEAK = 2e-5;

  private static final int DRAWS = 400_000;

  private final Map<String, double[]> respects = new LinkedHashMap<>();
  private final int people;

  Attacker(int people) {
    this.people = people;
  }

  /** Notes a number for a person; several for one are noted as their median. */
  void note(String respect, int person, double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    respects.computeIfAbsent(respect, none -> new double[people])[person] =
        sorted[sorted.length / 2];
  }

  int respects() {
    return respects.size();
  }

  /** The respects in which members can be told from others better than by chance. */
  List<String> tells(boolean[] member) {
    List<String> tells = new ArrayList<>();
    respects.forEach(
        (respect, values) -> {
          double p = chance(values, member);
          if (p < LEAK) {
            tells.add(respect + " (p " + p + ")");
          }
        });
    return tells;
  }

  /** How often a draw of as many people differs as much from the middle as the members do. */
  static double chance(double[] values, boolean[] member) {
    double[] ranks = ranks(values);
    int members = 0;
    double sum = 0;
    for (int i = 0; i < member.length; i++) {
      members += member[i] ? 1 : 0;
      sum += member[i] ? ranks[i] : 0;
    }
    double middle = members * (member.length + 1) / 2.0;
    double far = Math.abs(sum - middle) - 1e-9;
    Random random = new Random(20_261_124);
    double[] urn = ranks.clone();
    int asFar = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double drawn = 0;
      for (int i = 0; i < members; i++) {
        int j = i + random.nextInt(urn.length - i);
        double taken = urn[j];
        urn[j] = urn[i];
        urn[i] = taken;
        drawn += taken;
      }
      asFar += Math.abs(drawn - middle) >= far ? 1 : 0;
    }
    return (asFar + 1.0) / (DRAWS + 1);
  }

  /** Ranks from 1; equal values share the middle of theirs. */
  private static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int lower = 0;
      int equal = 0;
      for (double other : values) {
        lower += other < values[i] ? 1 : 0;
        equal += other == values[i] ? 1 : 0;
      }
      ranks[i] = lower + (equal + 1) / 2.0;
    }
    return ranks;
  }
}
