package io.jinlin.e2e.day;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The sample community's cards by kind: elder, adult, pupil, collector, a series, unknown … */
final class Deck {
  /** Most cards that are read. */
  static final int MAX_CARDS = 100_000;

  private static final int FIELDS = 4;

  private final Map<String, List<String>> codes = new LinkedHashMap<>();

  /**
   * Reads {@code sample-cards.tsv}: code, kind, hint, household.
   *
   * @throws IOException when it cannot be read, or a line is not of that shape
   */
  static Deck read(Path file, Random random) throws IOException {
    Deck deck = new Deck();
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    for (String line : lines.subList(0, Math.min(lines.size(), MAX_CARDS))) {
      if (!line.startsWith("#")) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
          throw new IOException(file + " is not a list of sample cards: run hub sample again");
        }
        deck.codes.computeIfAbsent(fields[1], kind -> new ArrayList<>()).add(fields[0]);
      }
    }
    deck.codes.values().forEach(cards -> Collections.shuffle(cards, random));
    return deck;
  }

  /** The cards of a kind, shuffled; none where nobody is of it. */
  List<String> of(String kind) {
    return Collections.unmodifiableList(codes.getOrDefault(kind, List.of()));
  }

  /** The first so many cards of a kind: always the same people, as regulars are. */
  List<String> regulars(String kind, int count) {
    List<String> all = of(kind);
    return all.subList(0, Math.min(count, all.size()));
  }
}
