package io.jinlin.contract.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known key that an unknown one was probably meant to be. */
final class Suggestion {
  private Suggestion() {}

  /** The nearest of the known keys, if at most a third of its letters differ. */
  static Optional<String> of(String unknown, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt((String key) -> distance(unknown, key)))
        .filter(key -> distance(unknown, key) <= Math.max(1, key.length() / 3));
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
