package io.jinlin.kiosk.watch;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import io.jinlin.kiosk.reader.FoundCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Of several codes in one frame, the one that is meant. */
final class Chooser {
  /** A code is meant when it stands out this many times more than the next. */
  static final double CLEARLY = 1.4;

  /** At the frame's corners a code counts half of what it counts in the middle. */
  private static final double AT_THE_CORNER = 0.5;

  private Chooser() {}

  /**
   * The code that is meant.
   *
   * @param codes at least one; a card of ours stands before any other code, which may be printed on
   *     a coat or a wall
   * @return empty when two are alike: then nobody knows
   */
  static Optional<FoundCode> choose(List<FoundCode> codes, int width, int height) {
    List<FoundCode> cards = codes.stream().filter(Chooser::isCard).toList();
    List<FoundCode> sorted =
        (cards.isEmpty() ? codes : cards)
            .stream()
                .sorted(
                    Comparator.comparingDouble((FoundCode code) -> prominence(code, width, height))
                        .reversed())
                .toList();
    FoundCode first = sorted.get(0);
    boolean clear =
        sorted.stream()
            .filter(code -> !code.text().equals(first.text()))
            .allMatch(
                code ->
                    prominence(first, width, height) >= CLEARLY * prominence(code, width, height));
    return clear ? Optional.of(first) : Optional.empty();
  }

  private static boolean isCard(FoundCode code) {
    return CardCode.read(code.text()) instanceof CardReading.Card;
  }

  /** Size, less the farther from the middle. */
  static double prominence(FoundCode code, int width, int height) {
    double away = Math.hypot(code.centreX() - width / 2.0, code.centreY() - height / 2.0);
    double farthest = Math.hypot(width / 2.0, height / 2.0);
    return code.side() * (1 - AT_THE_CORNER * away / farthest);
  }
}
