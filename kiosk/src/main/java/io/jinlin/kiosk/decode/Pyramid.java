package io.jinlin.kiosk.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One picture in full, half, quarter … size, each made when it is first asked for. */
final class Pyramid {
  private static final int MIN_SIDE = 16;
  private final List<GreyImage> levels = new ArrayList<>();
  private final Map<Integer, Bits> blocks = new HashMap<>();

  Pyramid(GreyImage image) {
    levels.add(image);
  }

  /**
   * The picture halved so many times; fewer when it would become smaller than {@value #MIN_SIDE}
   * pixels.
   */
  GreyImage level(int halvings) {
    while (levels.size() <= halvings && canHalve(levels.get(levels.size() - 1))) {
      levels.add(levels.get(levels.size() - 1).halved());
    }
    return levels.get(Math.min(halvings, levels.size() - 1));
  }

  /** Dark and light of a level, block by block. */
  Bits blocks(int halvings) {
    return blocks.computeIfAbsent(possible(halvings), level -> Thresholds.blocks(level(level)));
  }

  /** How often it was halved when so many halvings are asked for. */
  int possible(int halvings) {
    level(halvings);
    return Math.min(halvings, levels.size() - 1);
  }

  private static boolean canHalve(GreyImage image) {
    return image.width() >= 2 * MIN_SIDE && image.height() >= 2 * MIN_SIDE;
  }
}
