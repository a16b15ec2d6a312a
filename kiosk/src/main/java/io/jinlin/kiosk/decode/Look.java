package io.jinlin.kiosk.decode;

import java.util.List;

/** One way of looking for finder patterns: a size, a threshold, and a polarity. */
enum Look {
  BLOCKS(0, Threshold.BLOCKS, false),
  HALF_BLOCKS(1, Threshold.BLOCKS, false),
  HALF_GLOBAL(1, Threshold.GLOBAL, false),
  MEAN(0, Threshold.MEAN, false),
  HALF_MEAN(1, Threshold.MEAN, false),
  QUARTER_MEAN(2, Threshold.MEAN, false),
  DOUBLE_MEAN(-1, Threshold.MEAN, false),
  LIGHT(0, Threshold.BLOCKS, true),
  GLOBAL(0, Threshold.GLOBAL, false),
  WIDE_MEAN(0, Threshold.WIDE_MEAN, false),
  DOUBLE_WIDE(-1, Threshold.WIDE_MEAN, false),
  HALF_LIGHT(1, Threshold.BLOCKS, true),
  HALF_LIGHT_MEAN(1, Threshold.MEAN, true),
  EIGHTH_MEAN(3, Threshold.MEAN, false),
  QUARTER_GLOBAL(2, Threshold.GLOBAL, false),
  DOUBLE_LIGHT(-1, Threshold.MEAN, true);

  /** Pictures larger than this are not doubled, in pixels. */
  private static final int MAX_DOUBLED = 1_000_000;

  /** Of a finder pattern: one pixel a module. */
  private static final int MIN_WIDTH = 7;

  private static final int RADIUS = 10;
  private static final int WIDE_RADIUS = 32;

  private enum Threshold {
    BLOCKS,
    GLOBAL,
    MEAN,
    WIDE_MEAN
  }

  private final int halvings;
  private final Threshold threshold;
  private final boolean light;

  Look(int halvings, Threshold threshold, boolean light) {
    this.halvings = halvings;
    this.threshold = threshold;
    this.light = light;
  }

  /** Whether it looks at the picture in its full size. */
  boolean isWhole() {
    return halvings == 0;
  }

  /** The finder patterns that it sees, in pixels of the whole picture. */
  List<Finder> finders(Pyramid pyramid, int rowStep, Deadline deadline) {
    int minWidth = rowStep == 1 ? MIN_WIDTH : MIN_WIDTH + 2 * rowStep;
    GreyImage whole = pyramid.level(0);
    GreyImage image = whole;
    double scale = 1;
    if (halvings >= 0) {
      image = pyramid.level(halvings);
      scale = 1 << pyramid.possible(halvings);
    } else if (whole.luma().length <= MAX_DOUBLED) {
      image = whole.doubledAndSharp();
      scale = 0.5;
    } else {
      return List.of();
    }
    double factor = scale;
    Bits bits =
        switch (threshold) {
          case BLOCKS -> pyramid.blocks(halvings);
          case GLOBAL -> Thresholds.global(image);
          case MEAN -> Thresholds.localMean(image, RADIUS);
          case WIDE_MEAN -> Thresholds.localMean(image, WIDE_RADIUS);
        };
    List<Finder> seen =
        FinderScan.scan(light ? bits.inverted() : bits, rowStep, minWidth, light, deadline);
    return FinderCheck.kept(image, seen).stream().map(finder -> finder.scaled(factor)).toList();
  }
}
